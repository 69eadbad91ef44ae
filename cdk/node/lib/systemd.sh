# shellcheck shell=bash disable=SC2154,SC2034
# Supervision by the host's systemd: it restarts mount-s3, bounds its memory and probes it by a timer.

# Exit code of `daemon` when mount-s3 was not started; its reason is in NAME.exit.
readonly not_prepared=111

systemd_start() {
  units_renew
  systemctl reset-failed "jarpoint@$name.service" 2>/dev/null || true
  systemctl enable --quiet "jarpoint@$name.service" "jarpoint-probe@$name.timer"
  systemctl restart "jarpoint@$name.service" "jarpoint-probe@$name.timer"
}

systemd_stop() {
  systemctl disable --quiet --now "jarpoint-probe@$name.timer" "jarpoint@$name.service" 2>/dev/null || true
}

# Between two starts mount-s3 is `activating`.
systemd_running() {
  [[ $(systemctl is-active "jarpoint@$name.service") == @(active|activating|reloading) ]] && systemctl is-active --quiet "jarpoint-probe@$name.timer"
}

# `daemon NAME`, run by jarpoint@NAME.service: becomes mount-s3.
systemd_daemon() {
  daemon_prepare || exit "$not_prepared"
  daemon_record "$$"
  daemon_become
}

# `clear NAME`, run when mount-s3 has ended: takes a dead mount away at once.
systemd_clear() {
  # https://www.freedesktop.org/software/systemd/man/systemd.exec.html, $EXIT_STATUS
  if [[ ${EXIT_STATUS:-} != "$not_prepared" ]]; then
    daemon_ended "${EXIT_STATUS:-unknown}"
  fi
  cut_off || true
}

# `probe NAME`, run by the timer: ends a dead mount-s3, which systemd then starts again.
systemd_probe() {
  local since=0
  log_bound
  probe_daemon
  since=$(stat -c %Y -- "${setting[RUN]}/$name.daemon" 2>/dev/null) || since=0
  SECONDS=0
  supervisor_judge $((since - EPOCHSECONDS)) || true
}
