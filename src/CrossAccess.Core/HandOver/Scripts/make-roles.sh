# Makes a role, or makes it so. Its documents lie in $work: trust.json, tags.json and, where it has a policy of its own, inline.json.
make_role() { # name, tier, description, longest session in seconds, boundary or nothing, managed policies...
  local name=$1 tier=$2 description=$3 seconds=$4 boundary=$5 owner attached own policy
  shift 5
  owner=$(owner_of "$name")
  if [ -z "$owner" ]; then
    aws iam create-role --role-name "$name" --description "$description" --max-session-duration "$seconds" \
      --assume-role-policy-document "file://$work/trust.json" --tags "file://$work/tags.json" \
      ${boundary:+--permissions-boundary "$boundary"} >/dev/null
  elif [ "$owner" = "$company $client $tier" ]; then
    aws iam update-assume-role-policy --role-name "$name" --policy-document "file://$work/trust.json"
    aws iam update-role --role-name "$name" --description "$description" --max-session-duration "$seconds" >/dev/null
    aws iam tag-role --role-name "$name" --tags "file://$work/tags.json"
    if [ -n "$boundary" ]; then aws iam put-role-permissions-boundary --role-name "$name" --permissions-boundary "$boundary"; fi
  else
    fail "There is a role $name already that was not made for $company, $client, $tier. It was left as it is."
  fi

  attached=''
  if [ -n "$owner" ]; then
    attached=$(aws iam list-attached-role-policies --role-name "$name" --query 'AttachedPolicies[].PolicyArn' --output text)
  fi
  for policy in "$@"; do
    contains "$policy" "$attached" || aws iam attach-role-policy --role-name "$name" --policy-arn "$policy"
  done
  if [ -e "$work/inline.json" ]; then
    aws iam put-role-policy --role-name "$name" --policy-name "$inline_policy" --policy-document "file://$work/inline.json"
  elif [ -n "$owner" ]; then
    own=$(aws iam list-role-policies --role-name "$name" --query PolicyNames --output text)
    if contains "$inline_policy" "$own"; then aws iam delete-role-policy --role-name "$name" --policy-name "$inline_policy"; fi
  fi
  # What it carried before and shall no longer.
  for policy in $attached; do
    contains "$policy" "None $*" || aws iam detach-role-policy --role-name "$name" --policy-arn "$policy"
  done

  rm -f "$work"/*.json
  if [ -z "$owner" ]; then printf 'Made the role %s.\n' "$name"; else printf 'The role %s was there and is as it shall be.\n' "$name"; fi
}

finish() {
  local code=$?
  rm -rf "$work"
  if [ "$code" -ne 0 ]; then printf 'Stopped before the end. Run it again once the cause is gone: it does what is left.\n' >&2; fi
}

work=$(mktemp -d)
trap finish EXIT
