"""Onboards one client over boto3 and prints what stands afterwards, and what strange requests are answered, as JSON.

Arguments: the endpoint, its Region, the account to assign in, the group's id ("-" has it made) and the identity store's id
("-" has it looked up), then the access key id and secret of the admin account and of the client's account.
"""
import json
import sys
import time

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

endpoint, region, home, group, store, *keys = sys.argv[1:]
POLICY = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::222222222222:role/acme-read-only"}]}
TRUST = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{home}:root"}, "Action": "sts:AssumeRole"}]}
READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess"


def client(service, key):
    return boto3.client(service, endpoint_url=endpoint, region_name=region, aws_access_key_id=key[0], aws_secret_access_key=key[1], config=Config(retries={"total_max_attempts": 1}))


def outcome(call, **arguments):
    try:
        call(**arguments)
        return "accepted"
    except ClientError as error:
        return error.response["Error"]["Code"]


sso, directory = client("sso-admin", keys[0:2]), client("identitystore", keys[0:2])
iam = client("iam", keys[2:4])

instance = sso.list_instances()["Instances"][0]
if store == "-":
    store = instance["IdentityStoreId"]
if group == "-":
    group = directory.create_group(IdentityStoreId=store, DisplayName="Engineers")["GroupId"]
at = {"InstanceArn": instance["InstanceArn"]}

iam.create_role(RoleName="acme-read-only", AssumeRolePolicyDocument=json.dumps(TRUST), Description="Acme reads", MaxSessionDuration=7200, Tags=[{"Key": "crossaccess:client", "Value": "Abc"}])
iam.attach_role_policy(RoleName="acme-read-only", PolicyArn=READ_ONLY)
iam.put_role_policy(RoleName="acme-read-only", PolicyName="more", PolicyDocument=json.dumps(POLICY))
at["PermissionSetArn"] = sso.create_permission_set(InstanceArn=at["InstanceArn"], Name="AbcReadOnly", Description="Abc, read only", SessionDuration="PT2H", Tags=[{"Key": "crossaccess:client", "Value": "Abc"}])["PermissionSet"]["PermissionSetArn"]
sso.put_inline_policy_to_permission_set(InlinePolicy=json.dumps(POLICY), **at)
sso.attach_managed_policy_to_permission_set(ManagedPolicyArn=READ_ONLY, **at)
grant = dict(TargetId=home, TargetType="AWS_ACCOUNT", PrincipalType="GROUP", PrincipalId=group, **at)
accepted = sso.create_account_assignment(**grant)["AccountAssignmentCreationStatus"]["RequestId"]
for _ in range(100):
    status = sso.describe_account_assignment_creation_status(InstanceArn=at["InstanceArn"], AccountAssignmentCreationRequestId=accepted)["AccountAssignmentCreationStatus"]["Status"]
    if status != "IN_PROGRESS":
        break
    time.sleep(0.1)

role = iam.get_role(RoleName="acme-read-only")["Role"]
described = sso.describe_permission_set(**at)["PermissionSet"]
assigned = sso.list_account_assignments(AccountId=home, **at)["AccountAssignments"]
resources = {
    "role": {name: role[name] for name in ("RoleName", "Path", "Description", "MaxSessionDuration", "AssumeRolePolicyDocument", "Tags")},
    "attached": iam.list_attached_role_policies(RoleName="acme-read-only")["AttachedPolicies"],
    "inline": {name: iam.get_role_policy(RoleName="acme-read-only", PolicyName=name)["PolicyDocument"] for name in iam.list_role_policies(RoleName="acme-read-only")["PolicyNames"]},
    "set": {name: described[name] for name in ("Name", "Description", "SessionDuration")},
    "setInline": json.loads(sso.get_inline_policy_for_permission_set(**at)["InlinePolicy"]),
    "setManaged": sso.list_managed_policies_in_permission_set(**at)["AttachedManagedPolicies"],
    "assignments": [{"AccountId": a["AccountId"], "PrincipalType": a["PrincipalType"], "ours": a["PrincipalId"] == group} for a in assigned],
    "status": status,
}

answers = {
    "a second role of that name": outcome(iam.create_role, RoleName="acme-read-only", AssumeRolePolicyDocument=json.dumps(TRUST)),
    "a role that there is not": outcome(iam.get_role, RoleName="nobody"),
    "deleting a role with policies": outcome(iam.delete_role, RoleName="acme-read-only"),
    "a permission set that there is not": outcome(sso.describe_permission_set, InstanceArn=at["InstanceArn"], PermissionSetArn=at["PermissionSetArn"][:-4] + "0000"),
    "a second permission set of that name": outcome(sso.create_permission_set, InstanceArn=at["InstanceArn"], Name="AbcReadOnly"),
    "a permission set's name with a space": outcome(sso.create_permission_set, InstanceArn=at["InstanceArn"], Name="Abc ReadOnly"),
    "a session of half an hour": outcome(sso.create_permission_set, InstanceArn=at["InstanceArn"], Name="Short", SessionDuration="PT30M"),
    "an inline policy that is none": outcome(sso.put_inline_policy_to_permission_set, InlinePolicy="{}", **at),
    "a managed policy that there is not": outcome(sso.attach_managed_policy_to_permission_set, ManagedPolicyArn="arn:aws:iam::aws:policy/NoSuchPolicy", **at),
    "the tags of a permission set": outcome(sso.list_tags_for_resource, InstanceArn=at["InstanceArn"], ResourceArn=at["PermissionSetArn"]),
    "a trust policy that is none": outcome(iam.update_assume_role_policy, RoleName="acme-read-only", PolicyDocument="{}"),
    "a trust in a role that there is not": outcome(iam.create_role, RoleName="other", AssumeRolePolicyDocument=json.dumps(TRUST).replace(":root", ":role/nobody")),
    "entering without being allowed to": outcome(client("sts", keys[2:4]).assume_role, RoleArn=role["Arn"], RoleSessionName="nobody"),
    "deleting a permission set that is assigned": outcome(sso.delete_permission_set, **at),
    "a wrong secret": outcome(client("iam", [keys[0], "x" * 40]).list_roles),
}
print(json.dumps({"resources": resources, "answers": answers}))
