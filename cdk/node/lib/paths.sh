# shellcheck shell=bash disable=SC2154,SC2034
# Paths and s3:// addresses as arguments of `refresh` and `warm`.

# Sets decoded from percent-encoded UTF-8. The text has no backslash, so that %b sees only what is written here.
percent_decode() {
  printf -v decoded '%b' "${1//%/\\x}"
}

# True for a key that mount-s3 shows as a path: no empty, `.` or `..` segment and no character that ends a name.
key_shown() {
  [[ /$1 != *//* && $1 != *$'\n'* ]] && ! has_dot_segments "$1"
}

# Sets location_bucket and location_key (decoded) of an s3:// address; fails when it is none.
location_parse() {
  local bucket key
  location_bucket='' location_key=''
  [[ $1 =~ ^s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/(([A-Za-z0-9._/:~-]|%[0-9A-Fa-f]{2})*)$ ]] || return 1
  bucket=${BASH_REMATCH[1]}
  key=${BASH_REMATCH[2]}
  # A name cannot hold the character NUL.
  [[ $key != *%00* ]] || return 1
  percent_decode "$key"
  location_bucket=$bucket
  location_key=$decoded
}
