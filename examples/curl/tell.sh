#!/usr/bin/env bash
# Answers the survey of the first open consultation without an account, sends it twice without harm, and says what has become of it.
# Usage: ./tell.sh [address]. Needs curl and jq.
set -euo pipefail

platform="${1:-http://127.0.0.1:5080}"

# ask DOCUMENT VARIABLES: the data, or the message of the first error.
ask() {
  jq -n --arg query "$1" --argjson variables "$2" '{query: $query, variables: $variables}' |
    curl -sS "$platform/graphql" -H 'Content-Type: application/json' --data-binary @- |
    jq -e 'if .errors then error(.errors[0].message) else .data end'
}

open='{ consultations(state: OPEN, first: 20) { nodes { title wave { id state instrument { questions { key kind text optional options { key } } } } } } }'
consultation="$(ask "$open" '{}' | jq '[.consultations.nodes[] | select(.wave.state == "OPEN")][0]')"
[ "$consultation" != null ] || { echo "No consultation is open now." >&2; exit 1; }
echo "Answering: $(jq -r .title <<<"$consultation")"

# The middle of every scale, the first of every choice, and a sentence where there is room for one.
answers="$(jq '[.wave.instrument.questions[]
  | if .kind == "AGREEMENT" then {questionKey: .key, optionKey: "agree"}
    elif (.options | length) > 0 and .kind == "SINGLE_CHOICE" then {questionKey: .key, optionKey: .options[0].key}
    elif .kind == "FREE_TEXT" then {questionKey: .key, text: "One person who knows us, and calls back."}
    else empty end]' <<<"$consultation")"

# One key for one wish. The answer may be lost on the way: send the same again, and it is done once.
key="$(cat /proc/sys/kernel/random/uuid)"
submit='mutation($input: SubmitResponseInput!) { submitResponse(input: $input) { receipt { reference secret } errors { ... on Error { message code field } } } }'
input="$(jq -n --argjson wave "$(jq .wave.id <<<"$consultation")" --argjson answers "$answers" --arg key "$key" \
  '{input: {waveId: $wave, answers: $answers, idempotencyKey: $key}}')"
sent="$(ask "$submit" "$input")"
again="$(ask "$submit" "$input")"
if jq -e '.submitResponse.errors | length > 0' <<<"$sent" >/dev/null; then
  jq -r '.submitResponse.errors[] | "\(.field): \(.message)"' <<<"$sent" >&2
  exit 1
fi
[ "$sent" = "$again" ]
reference="$(jq -r .submitResponse.receipt.reference <<<"$sent")"
echo "Your receipt: $reference"

track='query($reference: String!, $secret: String!) { journey(reference: $reference, secret: $secret) { steps { kind at } } }'
ask "$track" "$(jq '.submitResponse.receipt' <<<"$sent")" | jq -r '.journey.steps[] | "  \(.at[0:10]? // "to come   ") \(.kind)"'
