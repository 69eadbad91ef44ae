# shellcheck shell=bash disable=SC2154,SC2034
# The data cache of a mount. mount-s3 keeps it in DIR/mountpoint-cache and deletes that before it mounts: after a crash
# this may take longer than a mount may.

# Prints the private cache directory of `name`. Two mounts in one directory would wipe each other's cache.
cache_directory() {
  printf '%s/%s' "${setting[CACHE_DIR]:-${setting[HOME]}/cache}" "$name"
}

# Makes the directory, moves an old cache aside and removes it in the background.
cache_prepare() {
  local directory
  directory=$(cache_directory)
  (umask 077 && mkdir -p -- "$directory")
  if [[ -d $directory/mountpoint-cache ]]; then
    mv -T -- "$directory/mountpoint-cache" "$directory/mountpoint-cache.old.$EPOCHSECONDS.$RANDOM"
  fi
  setsid --fork nice -n 19 find "$directory" -mindepth 1 -maxdepth 1 -name 'mountpoint-cache.old.*' \
    -exec rm -rf -- '{}' + </dev/null >/dev/null 2>&1 7>&- 8>&- 9>&-
}

# Prints the size of the cache in MiB: JARPOINT_CACHE_MIB, or what keeps the file system well above the 10 % free at
# which kubelet evicts pods: (available - 15 % of total) shared by the configured mounts, at most 20 % of total. Computed
# once a boot, since after a crash the old cache would count as used.
cache_mib() {
  local boot kept='' value='' total available count mib
  if [[ -n ${setting[CACHE_MIB]} ]]; then
    printf '%s' "${setting[CACHE_MIB]}"
    return
  fi
  boot=$(</proc/sys/kernel/random/boot_id)
  { read -r kept value <"${setting[HOME]}/mounts/$name.cache-mib"; } 2>/dev/null || true
  if [[ $kept != "$boot" ]]; then
    read -r total available < <(df --output=size,avail -B 1M -- "$(cache_directory)" | tail -n 1)
    count=$(find "${setting[HOME]}/mounts" -name '*.env' | wc -l)
    mib=$(((available - total * 15 / 100) / (count > 0 ? count : 1)))
    value=$((mib > total / 5 ? total / 5 : mib))
    value=$((value < 64 ? 0 : value))
    printf '%s %s\n' "$boot" "$value" >"${setting[HOME]}/mounts/$name.cache-mib"
  fi
  printf '%s' "$value"
}
