# shellcheck shell=bash disable=SC2154,SC2034
# Puts mount-s3 on the node: sets install_action (none or installed), or fails with install_code and install_failure.

install_sufficient() {
  local version
  version=$(version_installed) && at_least "$version" "${setting[MOUNT_S3_VERSION]:-$oldest_version}"
}

install_fail() {
  install_code=$1
  install_failure=$2
  return 1
}

install_mount_s3() {
  install_action=none
  if ! release_detect; then
    install_fail "$code_system" "$os_refusal"
  elif install_sufficient; then
    return 0
  elif [[ $os == other ]]; then
    # No package of ours fits: what an administrator put there is used as it is.
    command -v mount-s3 >/dev/null ||
      install_fail "$code_system" "$(release_field ID) is not Amazon Linux 2023 and has no mount-s3 on the PATH"
  elif [[ $os == al2023 && -z ${setting[MOUNT_S3_VERSION]} ]] && dnf_install mount-s3 && install_sufficient; then
    install_action=installed
  else
    install_pinned "${setting[MOUNT_S3_VERSION]:-$pinned_version}"
  fi
}

install_pinned() {
  local version=$1 directory outcome=0
  directory=$(mktemp -d)
  if ! package_fetch "$directory" "$version"; then
    outcome=1
    install_fail "$package_code" "$package_failure" || true
  elif ! dnf_install "$directory/mount-s3.rpm"; then
    outcome=1
    install_fail "$code_install" "dnf cannot install mount-s3 $version: $(tail -n 3 <<<"$dnf_text")" || true
  elif ! install_sufficient; then
    outcome=1
    install_fail "$code_install" "dnf installed mount-s3 $version, but mount-s3 --version does not say so" || true
  else
    install_action=installed
  fi
  rm -rf -- "$directory"
  return "$outcome"
}
