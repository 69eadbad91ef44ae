# shellcheck shell=bash disable=SC2154,SC2034
# The probe: healthy, dead, unknown or absent, within a deadline. `stat`, `test -d` and `mountpoint` succeed on a dead
# mount, since the kernel keeps the root's attributes; statfs does not, and costs no request to S3.

# A daemon whose threads still run may be waiting for S3: so long it is unknown, not dead (seconds).
readonly patience=60

# Sets statfs_answer: alive, gone (no daemon behind the mount), silent, or the error.
statfs() {
  answer_within "${setting[PROBE_DEADLINE]}" stat -f -c %T -- "${setting[MOUNTPOINT]}"
  case $answer_code:$answer_text in
    0:*) statfs_answer=alive ;;
    :*) statfs_answer=silent ;;
    *'Transport endpoint is not connected'* | *'Cannot send after transport endpoint shutdown'* | \
      *'Software caused connection abort'*) statfs_answer=gone ;;
    *) statfs_answer=${answer_text##*: } ;;
  esac
}

# No answer by the deadline. A stopped or missing daemon is dead at once; else a second deadline must pass, in which not
# one of its threads ran.
probe_silent() {
  local before since
  probe_state=dead
  if ! daemon_find; then
    probe_detail="statfs of ${setting[MOUNTPOINT]} hangs and there is no daemon"
    return
  elif [[ $daemon_state == [Tt] ]]; then
    probe_detail="statfs of ${setting[MOUNTPOINT]} hangs: daemon $daemon_pid is stopped"
    return
  fi
  before=$(daemon_activity)
  statfs
  since=$(cat "${setting[RUN]}/$name.silent" 2>/dev/null) || since=''
  if [[ $statfs_answer != silent ]]; then
    probe_answered
  elif [[ $(daemon_activity) == "$before" ]]; then
    probe_detail="statfs of ${setting[MOUNTPOINT]} hung for two deadlines of ${setting[PROBE_DEADLINE]} s"
  elif [[ -n $since ]] && ((EPOCHSECONDS - since >= patience)); then
    probe_detail="statfs of ${setting[MOUNTPOINT]} has hung for $patience s"
  else
    [[ -n $since ]] || printf '%s\n' "$EPOCHSECONDS" >"${setting[RUN]}/$name.silent"
    probe_state=unknown
    probe_detail="statfs of ${setting[MOUNTPOINT]} hangs, but daemon $daemon_pid is working"
  fi
}

# What statfs_answer means, when it is not silence.
probe_answered() {
  rm -f -- "${setting[RUN]}/$name.silent"
  case $statfs_answer in
    alive) probe_state=healthy probe_detail="${setting[MOUNTPOINT]} answers" ;;
    gone) probe_state=dead probe_detail="${setting[MOUNTPOINT]} has no daemon behind it" ;;
    *) probe_state=unknown probe_detail="statfs of ${setting[MOUNTPOINT]}: $statfs_answer" ;;
  esac
}

# Asks the daemon only: sets probe_state (also `foreign`: something else is mounted there) and probe_detail.
probe_daemon() {
  if ! mountinfo_find "${setting[MOUNTPOINT]}"; then
    probe_state=absent
    probe_detail="nothing is mounted at ${setting[MOUNTPOINT]}"
  elif ! found_is_mount_s3; then
    probe_state=foreign
    probe_detail="$found_type of $found_source is mounted at ${setting[MOUNTPOINT]}"
  else
    statfs
    if [[ $statfs_answer == silent ]]; then
      probe_silent
    else
      probe_answered
    fi
  fi
}

# Asks S3 as well, by looking up a name that was never looked up before: no cache knows it, and it costs one HEAD and one
# LIST of one key however large the bucket is. "No such file" is S3's answer; everything else is not known, even success:
# s3fs makes up an empty file for what it may not read.
probe_store() {
  local name_asked=${setting[MOUNTPOINT]}/.jarpoint-probe.$EPOCHSECONDS.$RANDOM$RANDOM
  probe_daemon
  if [[ $probe_state != healthy ]]; then
    return
  fi
  rm -f -- "${setting[RUN]}/$name.answered"
  answer_within $((3 * setting[PROBE_DEADLINE])) stat -- "$name_asked"
  case $answer_code:$answer_text in
    *'No such file or directory'*)
      probe_detail="bucket ${setting[BUCKET]} answers at ${setting[MOUNTPOINT]}"
      printf '%s\n' "$EPOCHSECONDS" >"${setting[RUN]}/$name.answered"
      ;;
    :*)
      probe_daemon
      if [[ $probe_state == healthy ]]; then
        probe_state=unknown
        probe_detail="bucket ${setting[BUCKET]} did not answer at ${setting[MOUNTPOINT]} within three times"
        probe_detail+=" JARPOINT_PROBE_DEADLINE=${setting[PROBE_DEADLINE]} s"
      fi
      ;;
    0:*)
      probe_state=unknown
      probe_detail="bucket ${setting[BUCKET]} at ${setting[MOUNTPOINT]} shows a name that cannot be there (rights?)"
      ;;
    *'Transport endpoint is not connected'* | *'Software caused connection abort'*) probe_daemon ;;
    *)
      probe_state=unknown
      probe_detail="bucket ${setting[BUCKET]} at ${setting[MOUNTPOINT]}: ${answer_text##*: }"
      probe_detail+=" (credentials, rights, network or throttling)"
      ;;
  esac
}

# Asks the daemon, and S3 only when it is so long since it answered last, or the mount was brought back meanwhile: of
# 10,000 nodes that are verified every minute, each asking would make 14 million LISTs a day.
probe_routine() {
  local since
  since=$(cat "${setting[RUN]}/$name.answered" 2>/dev/null) || since=0
  if ((EPOCHSECONDS >= since && EPOCHSECONDS - since < setting[STORE_INTERVAL])) \
    && (($(count_read repairs) == $(count_read reported))); then
    probe_daemon
  else
    probe_store
  fi
}
