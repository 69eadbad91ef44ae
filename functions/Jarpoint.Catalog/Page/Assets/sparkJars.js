// The forms in which Spark takes a list of jars. local: says that every node has the file already.

const defaultMountpoint = '/mnt/jarpoint/s3';

export function mountpoint() {
  return localStorage.getItem('mountpoint') ?? defaultMountpoint;
}

export function rememberMountpoint(path) {
  if (path.trim() === '' || path.trim() === defaultMountpoint) {
    localStorage.removeItem('mountpoint');
  } else {
    localStorage.setItem('mountpoint', path.trim());
  }
}

/** A jar as Spark names it. Whatever would end a list, a line or an address is encoded. */
export function location(key) {
  const path = key.split('/').map((part) => encodeURIComponent(part).replaceAll('%2B', '+').replaceAll('%40', '@').replaceAll("'", '%27'));
  return `local://${mountpoint().replace(/\/+$/, '')}/${path.join('/')}`;
}

export const formats = {
  conf: {
    label: 'spark-defaults.conf',
    write: (keys) => `spark.jars  ${keys.map(location).join(',')}`,
  },
  submit: {
    label: 'spark-submit',
    write: (keys) => `--jars '${keys.map(location).join(',')}'`,
  },
  yaml: {
    label: 'SparkApplication',
    write: (keys) => ['deps:', '  jars:', ...keys.map((key) => `    - "${location(key)}"`)].join('\n'),
  },
};
