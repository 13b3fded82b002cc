#!/usr/bin/env bash
# What years of work by hand in the console leave behind: permission sets and roles under the habits of several people,
# no tags, and trust in the home account as a whole. Each line of work is one click's request.
# Usage: console.sh <instance ARN> <identity store id> <home account id>
set -euo pipefail
instance=$1 store=$2 home=$3

trust='{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::'$home':root"},"Action":"sts:AssumeRole"}]}'
guarded='{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::'$home':root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"abc-42"}}}]}'

# role <account> <path> <name> <trust> <AWS managed policy>
role() {
    aws --profile "client-$1" iam create-role --path "$2" --role-name "$3" --assume-role-policy-document "$4" > /dev/null
    aws --profile "client-$1" iam attach-role-policy --role-name "$3" --policy-arn "arn:aws:iam::aws:policy/$5"
}

# permission_set <name> <actions> <resources> <GROUP or USER> <principal id>
permission_set() {
    local arn
    arn=$(aws sso-admin create-permission-set --instance-arn "$instance" --name "$1" --query PermissionSet.PermissionSetArn --output text)
    aws sso-admin put-inline-policy-to-permission-set --instance-arn "$instance" --permission-set-arn "$arn" \
        --inline-policy '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":'"$2"',"Resource":'"$3"'}]}'
    aws sso-admin create-account-assignment --instance-arn "$instance" --permission-set-arn "$arn" \
        --target-id "$home" --target-type AWS_ACCOUNT --principal-type "$4" --principal-id "$5" > /dev/null
}

id_of() { aws identitystore "$1" --identity-store-id "$store" --query "$2" --output text; }
engineers=$(id_of list-groups "Groups[?DisplayName=='Engineers'].GroupId")
support=$(id_of list-groups "Groups[?DisplayName=='Support'].GroupId")
ana=$(id_of list-users "Users[?UserName=='ana'].UserId")

(
    role 222222222222 / msp-readonly "$trust" ReadOnlyAccess
    role 222222222222 / msp-admin "$guarded" AdministratorAccess
    role 333333333333 /partners/ Reader "$trust" ReadOnlyAccess
    role 444444444444 / Power "$trust" PowerUserAccess
    role 555555555555 / acme-read-only "$trust" ReadOnlyAccess
) &
work=($!)

assume='"sts:AssumeRole"'
permission_set Abc-ReadOnly "$assume" '"arn:aws:iam::222222222222:role/msp-readonly"' GROUP "$engineers" & work+=($!)
permission_set abc_admin "$assume" '["arn:aws:iam::222222222222:role/msp-admin"]' USER "$ana" & work+=($!)
permission_set ReadOnly-GlobexCorp '["sts:AssumeRole","sts:TagSession"]' '"arn:aws:iam::333333333333:role/partners/Reader"' GROUP "$support" & work+=($!)
permission_set MSP-Client-12-PowerUser "$assume" '"arn:aws:iam::444444444444:role/Power"' GROUP "$engineers" & work+=($!)
permission_set InitechReadOnly "$assume" '"arn:aws:iam::555555555555:role/acme-read-only"' GROUP "$engineers" & work+=($!)
permission_set AllClients-Viewer "$assume" '["arn:aws:iam::222222222222:role/msp-readonly","arn:aws:iam::333333333333:role/partners/Reader"]' GROUP "$support" & work+=($!)
permission_set Emergency "$assume" '"arn:aws:iam::*:role/msp-admin"' USER "$ana" & work+=($!)
permission_set HomeFiles '"s3:*"' '"*"' GROUP "$engineers" & work+=($!)
for job in "${work[@]}"; do wait "$job"; done
