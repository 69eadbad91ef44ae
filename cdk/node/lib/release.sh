# shellcheck shell=bash disable=SC2154,SC2034
# The operating system of the node. https://www.freedesktop.org/software/systemd/man/os-release.html

# Prints the value of a field of os-release, without its quotes.
release_field() {
  local line value=''
  while IFS= read -r line || [[ -n $line ]]; do
    if [[ $line == "$1="* ]]; then
      value=${line#*=}
      value=${value#[\"\']}
      value=${value%[\"\']}
    fi
  done 2>/dev/null <"${setting[OS_RELEASE]}"
  printf '%s' "$value"
}

# Sets os: al2023, rpm or other. Fails with a sentence in os_refusal for a system we do not serve.
release_detect() {
  local id version like
  id=$(release_field ID) || id=''
  version=$(release_field VERSION_ID) || version=''
  like=$(release_field ID_LIKE) || like=''
  os=other os_refusal=''
  case $id:$version in
    bottlerocket:*)
      os_refusal='Bottlerocket has no package manager and a read-only root: use the Mountpoint for S3 CSI driver there'
      ;;
    amzn:2) os_refusal='Amazon Linux 2 is past its end of support for EKS: use an Amazon Linux 2023 AMI' ;;
    amzn:2023*) os=al2023 ;;
    *) [[ " $id $like " != *[[:space:]]@(fedora|rhel|centos|amzn)[[:space:]]* ]] || os=rpm ;;
  esac
  [[ -z $os_refusal ]]
}
