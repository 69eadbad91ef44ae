# shellcheck shell=bash disable=SC2154,SC2034
# Asks what may never answer.

# answer_within SECONDS COMMAND...: sets answer_code (empty when there was no answer in time) and answer_text (standard
# output and error). The command runs in a child that is not waited for: a call into a hung file system sleeps
# uninterruptibly, and neither `timeout` nor SIGKILL ends it before the file system is aborted. So it must hold no lock
# and no descriptor of ours either.
answer_within() {
  local seconds=$1 reply='' fd
  shift
  exec {fd}< <(
    trap - ERR
    exec 2>&1 </dev/null 7>&- 8>&- 9>&-
    code=0
    "$@" || code=$?
    printf '\n%s\0' "$code"
  )
  answer_code=''
  if IFS= read -r -d '' -t "$seconds" -u "$fd" reply; then
    answer_code=${reply##*$'\n'}
  fi
  answer_text=${reply%$'\n'*}
  answer_text=${answer_text%$'\n'}
  exec {fd}<&-
}
