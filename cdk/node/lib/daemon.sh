# shellcheck shell=bash disable=SC2154,SC2034
# The command line of mount-s3.

# Sets daemon_line from `setting`.
daemon_arguments() {
  daemon_line=(mount-s3 "${setting[BUCKET]}" "${setting[MOUNTPOINT]}" --foreground --read-only --allow-other)
  [[ -z ${setting[PREFIX]} ]] || daemon_line+=(--prefix "${setting[PREFIX]}")
  [[ -z ${setting[REGION]} ]] || daemon_line+=(--region "${setting[REGION]}")
  [[ -z ${setting[EXPECTED_OWNER]} ]] || daemon_line+=(--expected-bucket-owner "${setting[EXPECTED_OWNER]}")
  daemon_line+=(--metadata-ttl "${setting[METADATA_TTL]}")
  daemon_line+=(--negative-metadata-ttl "${setting[NEGATIVE_METADATA_TTL]}")
  daemon_line+=(--cache "$(cache_directory)" --max-cache-size "$(cache_mib)")
  [[ -z ${setting[ENDPOINT_URL]} ]] || daemon_line+=(--endpoint-url "${setting[ENDPOINT_URL]}")
  [[ ${setting[PATH_STYLE]} == false ]] || daemon_line+=(--force-path-style)
}

# Becomes mount-s3 in the process it is called in; what it prints goes to NAME.log.
daemon_become() {
  trap - ERR
  daemon_arguments
  exec </dev/null >"${setting[RUN]}/$name.log" 2>&1 7>&- 9>&-
  exec >>"${setting[RUN]}/$name.log" 2>&1
  printf -- '-900\n' 2>/dev/null >/proc/self/oom_score_adj || true
  # https://github.com/awslabs/mountpoint-s3/blob/main/doc/LOGGING.md
  MOUNTPOINT_LOG=${setting[LOG_LEVEL]} exec "${daemon_line[@]}"
}

# Prints what mount-s3 printed last: its error with the first and the last cause, else its first lines.
# https://docs.rs/anyhow/latest/anyhow/struct.Error.html#display-representations
daemon_last_words() {
  awk '
    NF && lines < 3 { sub(/^[[:space:]]+/, ""); other = other (lines++ ? " " : "") substr($0, 1, 160) }
    /^[Ee]rror: / { error = substr($0, 1, 160); first = last = ""; causes = 0; next }
    /^Caused by:/ { causes = 1; next }
    causes && NF {
      sub(/^[[:space:]]*([0-9]+: )?/, "")
      last = substr($0, 1, 160)
      if (first == "") first = last
    }
    END {
      if (error == "") print other
      else print error (first == "" ? "" : ": " first) (last == first ? "" : ": " last)
    }
  ' "${setting[RUN]}/$name.log" 2>/dev/null
}

# Records why mount-s3 ended. daemon_ended STATUS
daemon_ended() {
  local last code=$code_failed
  if [[ $1 == 2 ]]; then
    code=$code_refused
  fi
  last=$(daemon_last_words) || true
  exit_record "$code" "mount-s3 of bucket ${setting[BUCKET]} at ${setting[MOUNTPOINT]} ended with status $1: $last"
}
