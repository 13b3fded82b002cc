# Where the stack stands; nothing where there is none.
stack_status() {
  local status
  if status=$(aws cloudformation describe-stacks --stack-name "$stack" --query 'Stacks[0].StackStatus' --output text 2>"$work/error"); then
    printf '%s\n' "$status"
  elif ! grep -q 'does not exist' "$work/error"; then
    cat "$work/error" >&2
    return 1
  fi
}

# Stops where deploying would take something away, or could only fail.
require_free_way() {
  local status role owner resource resources
  status=$(stack_status)
  case $status in
    ROLLBACK_COMPLETE)
      # What is left of a first try that failed; CloudFormation asks to delete it before the next.
      aws cloudformation delete-stack --stack-name "$stack"
      aws cloudformation wait stack-delete-complete --stack-name "$stack"
      ;;
    REVIEW_IN_PROGRESS | '') ;;
    *_IN_PROGRESS) fail "CloudFormation is still at work on the stack $stack ($status). Run this again in a minute." ;;
    *)
      resources=$(aws cloudformation list-stack-resources --stack-name "$stack" --query "StackResourceSummaries[?ResourceStatus!='DELETE_COMPLETE'].LogicalResourceId" --output text)
      for resource in $resources; do
        contains "$resource" "$resources_wanted" ||
          fail "The stack $stack also has $resource, which this would remove. Ask $company for a template with all tiers, or delete the stack first. Nothing was changed."
      done
      return
      ;;
  esac
  for role in $roles_wanted; do
    owner=$(owner_of "$role")
    if [ -n "$owner" ]; then
      fail "There is a role $role already that the stack $stack of this Region does not have. It may belong to a stack in another Region, or was made by hand. Nothing was changed."
    fi
  done
}

deploy() {
  aws cloudformation deploy --stack-name "$stack" --template-file "$work/template.yaml" --capabilities CAPABILITY_NAMED_IAM --no-fail-on-empty-changeset
  printf 'Done. To take the access away at any time: aws cloudformation delete-stack --stack-name %s\n' "$stack"
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
