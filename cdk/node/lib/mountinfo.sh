# shellcheck shell=bash disable=SC2154,SC2034
# What the kernel says is mounted. https://www.kernel.org/doc/Documentation/filesystems/proc.txt, 3.5

# mountinfo_find MOUNTPOINT [FILE]: sets found_type, found_source and found_device (major:minor) of what is mounted
# exactly there, the topmost if there are several; fails when nothing is.
mountinfo_find() {
  local line fields path rest lines
  found_type='' found_source='' found_device=''
  mapfile -t lines <"${2:-/proc/self/mountinfo}"
  for line in "${lines[@]}"; do
    read -ra fields <<<"${line%% - *}"
    # Space, tab, newline and backslash are written as octal escapes.
    printf -v path '%b' "${fields[4]//\\/\\0}"
    if [[ $path == "$1" ]]; then
      read -r found_type rest <<<"${line#* - }"
      found_source=${rest%% *}
      found_device=${fields[2]}
    fi
  done
  [[ -n $found_type ]]
}

# True when the mount found is one that mount-s3 makes.
found_is_mount_s3() {
  [[ $found_type == fuse || $found_type == fuse.* ]] &&
    [[ $found_source == mountpoint-s3 || $found_source == s3://* || $found_type == fuse.s3fs ]]
}
