"""Denies one of two users by identitystore:UserId in a managed policy that a permission set refers to, and takes the
deny back, while both hold sessions from before: what decides is the default version at the time of each request.

Arguments: the instance's ARN, home account, and the user ids of ana and ben. Fails on anything that is not so.
"""
import json
import sys

import boto3
import botocore.exceptions
from botocore.config import Config

instance, home, ana_id, ben_id = sys.argv[1:5]
config = Config(retries={"max_attempts": 1, "mode": "standard"})


def make(profile, service):
    return boto3.Session(profile_name=profile).client(service, config=config)


def denying(*user_ids):
    return json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"identitystore:UserId": list(user_ids)}}},
    ]})


def lets_in(iam):
    try:
        iam.list_roles()
        return True
    except botocore.exceptions.ClientError as error:
        assert error.response["Error"]["Code"] == "AccessDenied" and "with an explicit deny" in str(error), error
        return False


iam = make("sandbox-home", "iam")
policy = {"PolicyArn": iam.create_policy(PolicyName="Ended", PolicyDocument=denying("nobody"))["Policy"]["Arn"]}
sso = make("sandbox-admin", "sso-admin")
at = {"InstanceArn": instance, "PermissionSetArn": sso.create_permission_set(InstanceArn=instance, Name="Jump")["PermissionSet"]["PermissionSetArn"]}
sso.attach_managed_policy_to_permission_set(**at, ManagedPolicyArn="arn:aws:iam::aws:policy/ReadOnlyAccess")
sso.attach_customer_managed_policy_reference_to_permission_set(**at, CustomerManagedPolicyReference={"Name": "Ended"})
for user in (ana_id, ben_id):
    sso.create_account_assignment(**at, TargetId=home, TargetType="AWS_ACCOUNT", PrincipalType="USER", PrincipalId=user)
ana, ben = make("ana@Jump", "iam"), make("ben@Jump", "iam")
assert (lets_in(ana), lets_in(ben)) == (True, True)

iam.create_policy_version(**policy, PolicyDocument=denying("nobody", ana_id), SetAsDefault=True)
assert (lets_in(ana), lets_in(ben)) == (False, True)
iam.create_policy_version(**policy, PolicyDocument=denying(ana_id, ben_id))
assert (lets_in(ana), lets_in(ben)) == (False, True), "a version that is not the default one decides nothing"
iam.set_default_policy_version(**policy, VersionId="v3")
assert (lets_in(ana), lets_in(ben)) == (False, False)
iam.set_default_policy_version(**policy, VersionId="v1")
assert (lets_in(ana), lets_in(ben)) == (True, True)
[role] = iam.list_entities_for_policy(**policy)["PolicyRoles"]
assert role["RoleName"].startswith("AWSReservedSSO_Jump_"), role
