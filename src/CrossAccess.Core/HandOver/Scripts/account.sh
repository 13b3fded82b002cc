fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

# Whether a list has an item.
contains() { # item, list
  case " $(printf '%s' "$2" | tr '\t\n' '  ') " in *" $1 "*) return 0 ;; esac
  return 1
}

# Stops unless these are credentials of the account that is meant.
require_account() {
  local account
  command -v aws >/dev/null || fail 'The AWS CLI is needed: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html'
  account=$(aws sts get-caller-identity --query Account --output text)
  printf 'This is account %s.\n' "$account"
  if [ "$account" = "$home_account" ]; then
    fail "That is $company's own account; this is for an account of $client. Nothing was changed."
  fi
  if [ -n "$expected_account" ] && [ "$account" != "$expected_account" ]; then
    fail "This is for account $expected_account alone. Nothing was changed."
  fi
}

# Whose a role is, as "company client tier"; nothing where there is no such role.
owner_of() { # name
  local owner
  if owner=$(aws iam get-role --role-name "$1" --output text \
    --query "Role.[Tags[?Key=='crossaccess:company'].Value | [0], Tags[?Key=='crossaccess:client'].Value | [0], Tags[?Key=='crossaccess:tier'].Value | [0]]" 2>"$work/error"); then
    printf '%s\n' "$owner" | tr '\t' ' '
  elif ! grep -q NoSuchEntity "$work/error"; then
    cat "$work/error" >&2
    return 1
  fi
}
