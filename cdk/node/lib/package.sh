# shellcheck shell=bash disable=SC2154,SC2034
# The package of mount-s3: pinned, of the node's architecture, signed by a known key.

# https://github.com/awslabs/mountpoint-s3/blob/main/doc/INSTALL.md. The second signs from 1.22.2 on.
readonly known_keys=' 673FE4061506BB469A0EF857BE397A52B086DA5A 8AEFE705EBE329C0948C75A66F1C3B3AEF4B030B '
readonly pinned_version=1.23.0
# Oldest that knows --negative-metadata-ttl.
readonly oldest_version=1.15.0
readonly lock_tries=30

# Prints the version of mount-s3 on the PATH; fails when there is none.
version_installed() {
  local text
  text=$(mount-s3 --version 2>/dev/null) || return 1
  [[ $text =~ ([0-9]+\.[0-9]+\.[0-9]+) ]] && printf '%s' "${BASH_REMATCH[1]}"
}

# at_least VERSION OTHER
at_least() {
  [[ $(printf '%s\n' "$1" "$2" | sort -V | head -n 1) == "$2" ]]
}

# dnf_install PACKAGE: sets dnf_text. The SSM agent of a fresh AL2023 holds the rpm lock now and then:
# https://github.com/amazonlinux/amazon-linux-2023/issues/397
dnf_install() {
  local try
  for ((try = 1; try <= lock_tries; try++)); do
    if dnf_text=$(dnf install -y -- "$1" 2>&1 </dev/null); then
      return 0
    elif [[ ${dnf_text,,} != *lock* ]]; then
      return 1
    fi
    sleep 1
  done
  return 1
}

# Fetches the pinned package of `version` to a directory and checks its signature. Fails with package_code and
# package_failure.
package_fetch() {
  local directory=$1 version=$2 arch file url
  case $(uname -m) in
    x86_64) arch=x86_64 ;;
    aarch64 | arm64) arch=arm64 ;;
    *)
      package_code=$code_system package_failure="mount-s3 has no package for architecture $(uname -m)"
      return 1
      ;;
  esac
  file=mount-s3-$version-$arch.rpm
  url=${setting[PACKAGE_SOURCE]%/}
  if ! { fetch "$url/$version/$arch/$file" "$directory/mount-s3.rpm" &&
    fetch "$url/$version/$arch/$file.asc" "$directory/mount-s3.rpm.asc" &&
    fetch "$url/public_keys/KEYS" "$directory/KEYS"; }; then
    package_code=$code_install
    package_failure="cannot fetch $file or its signature from $url (JARPOINT_PACKAGE_SOURCE): $fetch_text"
    return 1
  elif ! signature_known "$directory"; then
    package_code=$code_signature
    package_failure="$file from $url is not signed by a known key of Mountpoint for S3; nothing was installed"
    return 1
  fi
}

fetch() {
  fetch_text=$(curl --fail --silent --show-error --location --proto '=https,file' --retry 4 --max-time 120 \
    --output "$2" -- "$1" 2>&1 </dev/null)
}

# True when the signature was made by a known key. The file KEYS comes from where the package comes from and proves
# nothing: the fingerprints do.
signature_known() {
  local status line fields
  mkdir -m 0700 -- "$1/gnupg"
  GNUPGHOME=$1/gnupg gpg --batch --quiet --import "$1/KEYS" >/dev/null 2>&1 </dev/null || return 1
  status=$(GNUPGHOME=$1/gnupg gpg --batch --status-fd 1 --verify "$1/mount-s3.rpm.asc" "$1/mount-s3.rpm" 2>/dev/null) ||
    return 1
  while IFS= read -r line; do
    read -ra fields <<<"$line"
    # VALIDSIG: the fingerprint of the signing key is the third word, that of its primary key the last.
    if [[ $line == '[GNUPG:] VALIDSIG '* && $known_keys == *" ${fields[-1]} "* ]]; then
      return 0
    fi
  done <<<"$status"
  return 1
}
