# shellcheck shell=bash disable=SC2154,SC2034
# What the whole script stands on.

set -Eeuo pipefail

# Patterns such as [a-z] and the texts of errno mean one thing in the C locale only.
export LC_ALL=C
umask 022
