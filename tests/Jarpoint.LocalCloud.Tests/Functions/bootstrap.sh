#!/usr/bin/env bash
# A function in its smallest form: speaks the Runtime API and does what the messages' bodies say.
set -euo pipefail

readonly api="http://${AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime"

post() { # path, body
  curl -sS -o /dev/null --data-binary "$2" "${api}/$1"
}

if [[ "${_HANDLER}" == "fails-to-start" ]]; then
  post init/error '{"errorType":"NoSuchSetting","errorMessage":"JARPOINT_BUCKET is not set"}'
  exit 1
fi

# Ids of the messages whose body is "poison", each quoted.
poisoned() {
  grep -o '"messageId":"[^"]*","receiptHandle":"[^"]*","body":"poison"' <<<"$1" \
    | sed 's/^"messageId":\("[^"]*"\).*$/{"itemIdentifier":\1}/' | paste -sd, - || true
}

while true; do
  # When the connection breaks, whoever started us is gone.
  answer="$(curl -sS -i "${api}/invocation/next" 2>/dev/null)" || exit 0
  id="$(sed -n 's/^Lambda-Runtime-Aws-Request-Id: \([^\r]*\)\r*$/\1/p' <<<"${answer}")"
  event="${answer##*$'\r\n\r\n'}"
  echo "invoked"
  case "${event}" in
    *'"body":"env"'*) env ;;
    *'"body":"hang"'*)
      sleep 600 &
      trap 'kill %1; exit 143' TERM
      wait %1
      ;;
    *'"body":"exit"'*) exit 7 ;;
    *'"body":"gate"'*) curl -sS -o /dev/null "${GATE}" ;;
    *'"body":"error"'*)
      post "invocation/${id}/error" '{"errorType":"Boom","errorMessage":"as asked"}'
      continue
      ;;
  esac
  post "invocation/${id}/response" "{\"batchItemFailures\":[$(poisoned "${event}")]}"
done
