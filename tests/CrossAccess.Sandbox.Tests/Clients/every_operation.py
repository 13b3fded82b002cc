"""Runs every operation that the Sandbox imitates through boto3, whose parsers reject a wrong shape.

Arguments: admin account, home account, client account, a portal token of ana, a web identity token for
"repo:acme/ci", and the provider's ARN in home. Profiles come from AWS_CONFIG_FILE and
AWS_SHARED_CREDENTIALS_FILE. Prints one line "service:Operation" for each operation that answered,
then "refused ..." for each refusal that was expected, and fails on anything else.
"""
import json
import os
import sys

import boto3
import botocore.exceptions
from botocore import UNSIGNED
from botocore.config import Config

admin, home, client, portal_token, web_token, provider = sys.argv[1:7]
config = Config(retries={"max_attempts": 1, "mode": "standard"})


def make(profile, service):
    made = boto3.Session(profile_name=profile).client(service, config=config)

    def report(model, **_):
        print(f"{service}:{model.name}")

    made.meta.events.register("after-call", report)
    return made


def refused(code, call, **arguments):
    try:
        call(**arguments)
    except botocore.exceptions.ClientError as error:
        assert error.response["Error"]["Code"] == code, (code, error)
        print(f"refused {code}: {error}")
        return str(error)
    raise AssertionError(f"{code} was expected")


def statement(**members):
    return json.dumps({"Version": "2012-10-17", "Statement": [members]})


# --- STS
sts = make("sandbox-admin", "sts")
me = sts.get_caller_identity()
assert me["Account"] == admin and me["Arn"] == f"arn:aws:iam::{admin}:user/admin", me
assert sts.get_access_key_info(AccessKeyId=boto3.Session(profile_name="sandbox-home").get_credentials().access_key)["Account"] == home
assert sts.get_session_token()["Credentials"]["SessionToken"]
refused("InvalidAuthorizationMessageException", sts.decode_authorization_message, EncodedMessage="x")

# --- STS for a CI system, and the organization
home_iam = make("sandbox-home", "iam")
federated = statement(
    Effect="Allow", Principal={"Federated": provider}, Action="sts:AssumeRoleWithWebIdentity",
    Condition={"StringEquals": {"oidc.sandbox.example:aud": "sts.amazonaws.com"}, "StringLike": {"oidc.sandbox.example:sub": "repo:acme/*"}},
)
runner = {"RoleArn": f"arn:aws:iam::{home}:role/ci", "RoleSessionName": "ci", "WebIdentityToken": web_token}
refused("AccessDenied", sts.assume_role_with_web_identity, **runner)
home_iam.create_role(RoleName="ci", AssumeRolePolicyDocument=federated)
entered = sts.assume_role_with_web_identity(**runner)
assert entered["SubjectFromWebIdentityToken"] == "repo:acme/ci" and entered["Credentials"]["SessionToken"], entered
home_iam.update_assume_role_policy(RoleName="ci", PolicyDocument=federated.replace("repo:acme", "repo:other"))
refused("AccessDenied", sts.assume_role_with_web_identity, **runner)
refused("InvalidIdentityToken", sts.assume_role_with_web_identity, **{**runner, "WebIdentityToken": "x" * 20})
home_iam.delete_role(RoleName="ci")

organizations = make("sandbox-admin", "organizations")
assert organizations.describe_organization()["Organization"]["MasterAccountId"] == admin
assert {account["Id"] for account in organizations.list_accounts()["Accounts"]} == {admin, home}
assert organizations.describe_account(AccountId=home)["Account"]["Name"] == "Home"
assert organizations.list_parents(ChildId=admin)["Parents"][0]["Type"] == "ROOT"
unit = organizations.list_parents(ChildId=home)["Parents"][0]["Id"]
assert organizations.describe_organizational_unit(OrganizationalUnitId=unit)["OrganizationalUnit"]["Id"] == unit
assert organizations.list_delegated_administrators()["DelegatedAdministrators"] == []
refused("ChildNotFoundException", organizations.list_parents, ChildId=client)
refused("AccessDeniedException", make("sandbox-home", "organizations").list_accounts)
refused("AWSOrganizationsNotInUseException", make(f"client-{client}", "organizations").describe_organization)

# --- Identity Center
sso = make("sandbox-admin", "sso-admin")
instance = sso.list_instances()["Instances"][0]
arn = instance["InstanceArn"]
region = sso.meta.region_name
assert instance.get("PrimaryRegion", region) == region  # older boto3 does not know the member
assert sso.describe_instance(InstanceArn=arn)["Status"] == "ACTIVE"
assert sso.list_regions(InstanceArn=arn)["Regions"][0]["RegionName"] == region
assert sso.describe_region(InstanceArn=arn, RegionName=region)["IsPrimaryRegion"]

made = sso.create_permission_set(
    InstanceArn=arn, Name="AbcReadOnly", Description="Abc", SessionDuration="PT2H",
    RelayState="https://console.aws.amazon.com/", Tags=[{"Key": "crossaccess:client", "Value": "Abc"}],
)["PermissionSet"]
at = {"InstanceArn": arn, "PermissionSetArn": made["PermissionSetArn"]}
refused("ConflictException", sso.create_permission_set, InstanceArn=arn, Name="AbcReadOnly")
assert sso.describe_permission_set(**at)["PermissionSet"]["SessionDuration"] == "PT2H"
assert sso.list_permission_sets(InstanceArn=arn)["PermissionSets"] == [made["PermissionSetArn"]]
sso.update_permission_set(**at, SessionDuration="PT1H")
assert "Description" not in sso.describe_permission_set(**at)["PermissionSet"], "what is omitted is cleared"

assert sso.get_inline_policy_for_permission_set(**at)["InlinePolicy"] == ""
role_arn = f"arn:aws:iam::{client}:role/acme-read-only"
inline = statement(Effect="Allow", Action="sts:AssumeRole", Resource=role_arn)
sso.put_inline_policy_to_permission_set(**at, InlinePolicy=inline)
sso.delete_inline_policy_from_permission_set(**at)
sso.put_inline_policy_to_permission_set(**at, InlinePolicy=inline)
assert sso.get_inline_policy_for_permission_set(**at)["InlinePolicy"] == inline

view = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"
sso.attach_managed_policy_to_permission_set(**at, ManagedPolicyArn=view)
assert sso.list_managed_policies_in_permission_set(**at)["AttachedManagedPolicies"] == [{"Name": "ViewOnlyAccess", "Arn": view}]
sso.detach_managed_policy_from_permission_set(**at, ManagedPolicyArn=view)
refused("ResourceNotFoundException", sso.attach_managed_policy_to_permission_set, **at, ManagedPolicyArn="arn:aws:iam::aws:policy/Misspelt")

reference = {"Name": "Extra", "Path": "/"}
sso.attach_customer_managed_policy_reference_to_permission_set(**at, CustomerManagedPolicyReference=reference)
assert sso.list_customer_managed_policy_references_in_permission_set(**at)["CustomerManagedPolicyReferences"] == [reference]
sso.detach_customer_managed_policy_reference_from_permission_set(**at, CustomerManagedPolicyReference=reference)
refused("ResourceNotFoundException", sso.get_permissions_boundary_for_permission_set, **at)
sso.put_permissions_boundary_to_permission_set(**at, PermissionsBoundary={"ManagedPolicyArn": view})
assert sso.get_permissions_boundary_for_permission_set(**at)["PermissionsBoundary"]["ManagedPolicyArn"] == view
sso.delete_permissions_boundary_from_permission_set(**at)

tagged = {"InstanceArn": arn, "ResourceArn": made["PermissionSetArn"]}
sso.tag_resource(**tagged, Tags=[{"Key": "crossaccess:tier", "Value": "ReadOnly"}])
sso.untag_resource(**tagged, TagKeys=["crossaccess:client"])
assert sso.list_tags_for_resource(**tagged)["Tags"] == [{"Key": "crossaccess:tier", "Value": "ReadOnly"}]

# --- Identity Store
store = make("sandbox-admin", "identitystore")
in_store = {"IdentityStoreId": instance["IdentityStoreId"]}
users = {user["UserName"]: user for user in store.list_users(**in_store)["Users"]}
ana, ben = users["ana"]["UserId"], users["ben"]["UserId"]
engineers = store.list_groups(**in_store, Filters=[{"AttributePath": "DisplayName", "AttributeValue": "Engineers"}])["Groups"][0]["GroupId"]
assert store.describe_user(**in_store, UserId=ana)["UserName"] == "ana"
assert store.describe_group(**in_store, GroupId=engineers)["DisplayName"] == "Engineers"
assert store.get_user_id(**in_store, AlternateIdentifier={"UniqueAttribute": {"AttributePath": "userName", "AttributeValue": "ana"}})["UserId"] == ana
assert store.get_user_id(**in_store, AlternateIdentifier={"UniqueAttribute": {"AttributePath": "emails.value", "AttributeValue": "ana@example.com"}})["UserId"] == ana
assert store.get_group_id(**in_store, AlternateIdentifier={"UniqueAttribute": {"AttributePath": "displayName", "AttributeValue": "Engineers"}})["GroupId"] == engineers
membership = store.list_group_memberships(**in_store, GroupId=engineers)["GroupMemberships"][0]
assert membership["MemberId"]["UserId"] == ana
assert store.list_group_memberships_for_member(**in_store, MemberId={"UserId": ana})["GroupMemberships"][0]["GroupId"] == engineers
assert store.is_member_in_groups(**in_store, MemberId={"UserId": ben}, GroupIds=[engineers])["Results"][0]["MembershipExists"] is False
assert store.describe_group_membership(**in_store, MembershipId=membership["MembershipId"])["GroupId"] == engineers
assert store.get_group_membership_id(**in_store, GroupId=engineers, MemberId={"UserId": ana})["MembershipId"] == membership["MembershipId"]
refused("ResourceNotFoundException", store.get_group_membership_id, **in_store, GroupId=engineers, MemberId={"UserId": ben})
paged = store.get_paginator("list_users").paginate(**in_store, PaginationConfig={"PageSize": 1})
assert [user["UserName"] for page in paged for user in page["Users"]] == ["ana", "ben", "eve"]

# --- Assignments
grant = {**at, "TargetId": home, "TargetType": "AWS_ACCOUNT", "PrincipalType": "GROUP", "PrincipalId": engineers}
creation = sso.create_account_assignment(**grant)["AccountAssignmentCreationStatus"]
assert creation["Status"] == "IN_PROGRESS"
done = sso.describe_account_assignment_creation_status(InstanceArn=arn, AccountAssignmentCreationRequestId=creation["RequestId"])
assert done["AccountAssignmentCreationStatus"]["Status"] == "SUCCEEDED", done
assert sso.list_account_assignment_creation_status(InstanceArn=arn, Filter={"Status": "SUCCEEDED"})["AccountAssignmentsCreationStatus"][0]["RequestId"] == creation["RequestId"]
assert sso.list_account_assignments(InstanceArn=arn, AccountId=home, PermissionSetArn=at["PermissionSetArn"])["AccountAssignments"][0]["PrincipalId"] == engineers
assert sso.list_account_assignments_for_principal(InstanceArn=arn, PrincipalId=ana, PrincipalType="USER")["AccountAssignments"][0]["PrincipalType"] == "GROUP"
assert sso.list_permission_sets_provisioned_to_account(InstanceArn=arn, AccountId=home)["PermissionSets"] == [at["PermissionSetArn"]]
assert sso.list_accounts_for_provisioned_permission_set(**at)["AccountIds"] == [home]
refused("ConflictException", sso.delete_permission_set, **at)
provisioning = sso.provision_permission_set(**at, TargetId=home, TargetType="AWS_ACCOUNT")["PermissionSetProvisioningStatus"]
status = sso.describe_permission_set_provisioning_status(InstanceArn=arn, ProvisionPermissionSetRequestId=provisioning["RequestId"])
assert status["PermissionSetProvisioningStatus"]["Status"] == "SUCCEEDED", status
assert sso.list_permission_set_provisioning_status(InstanceArn=arn)["PermissionSetsProvisioningStatus"][0]["Status"] == "SUCCEEDED"

# --- IAM in the client's account
iam = make(f"client-{client}", "iam")
trust = statement(
    Effect="Allow", Principal={"AWS": f"arn:aws:iam::{home}:root"}, Action="sts:AssumeRole",
    Condition={"ArnLike": {"aws:PrincipalArn": f"arn:aws:iam::{home}:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_AbcReadOnly_????????????????"}},
)
iam.create_role(RoleName="acme-read-only", AssumeRolePolicyDocument=trust, Description="Acme", Tags=[{"Key": "crossaccess:client", "Value": "Abc"}])
refused("EntityAlreadyExists", iam.create_role, RoleName="ACME-read-only", AssumeRolePolicyDocument=trust)
refused("MalformedPolicyDocument", iam.create_role, RoleName="other", AssumeRolePolicyDocument="{}")
refused("ValidationError", iam.create_role, RoleName="not a name", AssumeRolePolicyDocument=trust)
role = iam.get_role(RoleName="acme-read-only")["Role"]
assert role["Arn"] == role_arn and role["AssumeRolePolicyDocument"] == json.loads(trust), role
iam.get_waiter("role_exists").wait(RoleName="acme-read-only")
listed = iam.list_roles()["Roles"]
assert [item["RoleName"] for item in listed] == ["acme-read-only"] and "Tags" not in listed[0]
iam.update_role(RoleName="acme-read-only", MaxSessionDuration=7200)
assert iam.update_role_description(RoleName="acme-read-only", Description="Acme reads")["Role"]["MaxSessionDuration"] == 7200
iam.update_assume_role_policy(RoleName="acme-read-only", PolicyDocument=trust)
iam.put_role_policy(RoleName="acme-read-only", PolicyName="more", PolicyDocument=statement(Effect="Allow", Action="s3:Get*", Resource="arn:aws:s3:::a/*"))
assert iam.get_role_policy(RoleName="acme-read-only", PolicyName="more")["PolicyDocument"]["Statement"][0]["Action"] == "s3:Get*"
assert iam.list_role_policies(RoleName="acme-read-only")["PolicyNames"] == ["more"]
readable = "arn:aws:iam::aws:policy/ReadOnlyAccess"
iam.attach_role_policy(RoleName="acme-read-only", PolicyArn=readable)
assert iam.list_attached_role_policies(RoleName="acme-read-only")["AttachedPolicies"] == [{"PolicyName": "ReadOnlyAccess", "PolicyArn": readable}]
iam.put_role_permissions_boundary(RoleName="acme-read-only", PermissionsBoundary="arn:aws:iam::aws:policy/AdministratorAccess")
iam.delete_role_permissions_boundary(RoleName="acme-read-only")
iam.tag_role(RoleName="acme-read-only", Tags=[{"Key": "crossaccess:tier", "Value": "ReadOnly"}])
iam.untag_role(RoleName="acme-read-only", TagKeys=["crossaccess:client"])
assert iam.list_role_tags(RoleName="acme-read-only")["Tags"] == [{"Key": "crossaccess:tier", "Value": "ReadOnly"}]
assert iam.list_instance_profiles_for_role(RoleName="acme-read-only")["InstanceProfiles"] == []
assert iam.get_policy(PolicyArn=readable)["Policy"]["AttachmentCount"] == 1
assert iam.get_policy_version(PolicyArn=readable, VersionId="v1")["PolicyVersion"]["Document"]["Statement"]
assert sum(len(page["Policies"]) for page in iam.get_paginator("list_policies").paginate(Scope="AWS")) > 1000

own = iam.create_policy(PolicyName="Extra", Description="Abc", PolicyDocument=inline, Tags=[{"Key": "a", "Value": "1"}, {"Key": "A", "Value": "2"}])["Policy"]
assert own["Arn"] == f"arn:aws:iam::{client}:policy/Extra" and own["DefaultVersionId"] == "v1" and len(own["Tags"]) == 2, own
refused("EntityAlreadyExists", iam.create_policy, PolicyName="EXTRA", Path="/else/", PolicyDocument=inline)
refused("LimitExceeded", iam.create_policy, PolicyName="Long", PolicyDocument=statement(Effect="Allow", Action="s3:*", Resource="arn:aws:s3:::" + "a" * 6144))
of_own = {"PolicyArn": own["Arn"]}
for number in range(2, 6):
    document = statement(Effect="Deny", Action="s3:*", Resource=f"arn:aws:s3:::{number}")
    made = iam.create_policy_version(**of_own, PolicyDocument=document, SetAsDefault=number == 4)["PolicyVersion"]
    assert made["VersionId"] == f"v{number}" and made["IsDefaultVersion"] == (number == 4) and "Document" not in made, made
refused("LimitExceeded", iam.create_policy_version, **of_own, PolicyDocument=document)
refused("DeleteConflict", iam.delete_policy_version, **of_own, VersionId="v4")
iam.set_default_policy_version(**of_own, VersionId="v5")
iam.delete_policy_version(**of_own, VersionId="v4")
refused("NoSuchEntity", iam.set_default_policy_version, **of_own, VersionId="v4")
assert iam.create_policy_version(**of_own, PolicyDocument=inline)["PolicyVersion"]["VersionId"] == "v6"
versions = [version for page in iam.get_paginator("list_policy_versions").paginate(**of_own, PaginationConfig={"PageSize": 2}) for version in page["Versions"]]
assert [(version["VersionId"], version["IsDefaultVersion"]) for version in versions] == [("v6", False), ("v5", True), ("v3", False), ("v2", False), ("v1", False)], versions
assert iam.get_policy_version(**of_own, VersionId="v5")["PolicyVersion"]["Document"] == json.loads(document)
iam.attach_role_policy(RoleName="acme-read-only", **of_own)
described = iam.get_policy(**of_own)["Policy"]
assert (described["Description"], described["DefaultVersionId"], described["AttachmentCount"]) == ("Abc", "v5", 1), described
using = iam.list_entities_for_policy(**of_own)
assert using["PolicyRoles"] == [{"RoleName": "acme-read-only", "RoleId": role["RoleId"]}] and using["PolicyUsers"] == using["PolicyGroups"] == [], using
assert iam.list_entities_for_policy(**of_own, PolicyUsageFilter="PermissionsBoundary")["PolicyRoles"] == []
[detail] = iam.get_account_authorization_details(Filter=["LocalManagedPolicy"])["Policies"]
assert (detail["DefaultVersionId"], len(detail["PolicyVersionList"]), detail["Description"]) == ("v5", 5, "Abc"), detail
refused("DeleteConflict", iam.delete_policy, **of_own)
iam.detach_role_policy(RoleName="acme-read-only", **of_own)
refused("DeleteConflict", iam.delete_policy, **of_own)
for version in ("v1", "v2", "v3", "v6"):
    iam.delete_policy_version(**of_own, VersionId=version)
iam.delete_policy(**of_own)
refused("NoSuchEntity", iam.get_policy, **of_own)
refused("AccessDenied", iam.create_policy_version, PolicyArn=readable, PolicyDocument=inline)
assert iam.list_account_aliases()["AccountAliases"] == []
details = [page for page in iam.get_paginator("get_account_authorization_details").paginate(PaginationConfig={"PageSize": 1})]
assert [user["UserName"] for page in details for user in page["UserDetailList"]] == ["admin"], details
detail = next(role for page in details for role in page["RoleDetailList"] if role["RoleName"] == "acme-read-only")
assert detail["AssumeRolePolicyDocument"]["Statement"] and detail["RolePolicyList"][0]["PolicyName"] == "more", detail
assert detail["AttachedManagedPolicies"] == [{"PolicyName": "ReadOnlyAccess", "PolicyArn": readable}] and detail["Tags"] == [{"Key": "crossaccess:tier", "Value": "ReadOnly"}], detail
assert [policy["PolicyName"] for page in details for policy in page["Policies"]] == ["AdministratorAccess", "ReadOnlyAccess"], details
assert not iam.get_account_authorization_details(Filter=["LocalManagedPolicy"])["RoleDetailList"]
assert iam.get_account_summary()["SummaryMap"]["AssumeRolePolicySizeQuota"] == 2048
simulated = iam.simulate_principal_policy(PolicySourceArn=role_arn, ActionNames=["iam:ListRoles", "iam:CreateRole"])["EvaluationResults"]
assert [result["EvalDecision"] for result in simulated] == ["allowed", "implicitDeny"]
custom = statement(Effect="Deny", Action="*", Resource="*", Condition={"Bool": {"aws:SecureTransport": "false"}})
assert iam.get_context_keys_for_custom_policy(PolicyInputList=[custom])["ContextKeyNames"] == ["aws:SecureTransport"]
assert iam.simulate_custom_policy(PolicyInputList=[inline], ActionNames=["sts:AssumeRole"], ResourceArns=[role_arn])["EvaluationResults"][0]["EvalDecision"] == "allowed"

# --- The user's way through: the profile that the assignment made, then the client's role
mine = make("ana@AbcReadOnly", "sts")
assert ":assumed-role/AWSReservedSSO_AbcReadOnly_" in mine.get_caller_identity()["Arn"]
assumed = mine.assume_role(RoleArn=role_arn, RoleSessionName="ana")
assert assumed["AssumedRoleUser"]["Arn"] == f"arn:aws:sts::{client}:assumed-role/acme-read-only/ana"
refused("AccessDenied", mine.assume_role, RoleArn=f"arn:aws:iam::{client}:role/other", RoleSessionName="ana")
refused("AccessDenied", mine.assume_role, RoleArn=role_arn, RoleSessionName="ana", SourceIdentity="ana")
refused("AccessDenied", make("sandbox-home", "sts").assume_role, RoleArn=role_arn, RoleSessionName="admin")
message = refused("ValidationError", mine.assume_role, RoleArn=role_arn, RoleSessionName="ana", DurationSeconds=3601)
assert "1 hour session limit for roles assumed by role chaining" in message
keys = assumed["Credentials"]
inside = boto3.Session(aws_access_key_id=keys["AccessKeyId"], aws_secret_access_key=keys["SecretAccessKey"], aws_session_token=keys["SessionToken"], region_name=region)
endpoint = sts.meta.endpoint_url
assert inside.client("iam", endpoint_url=endpoint).list_roles()["Roles"]
message = refused("AccessDenied", inside.client("iam", endpoint_url=endpoint).create_role, RoleName="x", AssumeRolePolicyDocument=trust)
assert f"is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::{client}:role/x because no identity-based policy allows" in message
assert iam.get_role(RoleName="acme-read-only")["Role"]["RoleLastUsed"]["Region"] == region

# --- The portal
portal = boto3.Session(region_name=region).client("sso", endpoint_url=endpoint, config=Config(signature_version=UNSIGNED))
portal.meta.events.register("after-call", lambda model, **_: print(f"sso:{model.name}"))
assert portal.list_accounts(accessToken=portal_token)["accountList"][0]["accountId"] == home
assert portal.list_account_roles(accessToken=portal_token, accountId=home)["roleList"] == [{"roleName": "AbcReadOnly", "accountId": home}]
assert portal.get_role_credentials(accessToken=portal_token, accountId=home, roleName="AbcReadOnly")["roleCredentials"]["sessionToken"]
refused("ForbiddenException", portal.get_role_credentials, accessToken=portal_token, accountId=home, roleName="Other")
portal.logout(accessToken=portal_token)
refused("UnauthorizedException", portal.list_accounts, accessToken=portal_token)

# --- Signing in by device
oidc = boto3.Session(region_name=region).client("sso-oidc", endpoint_url=endpoint, config=Config(signature_version=UNSIGNED))
oidc.meta.events.register("after-call", lambda model, **_: print(f"sso-oidc:{model.name}"))
registered = oidc.register_client(clientName="test", clientType="public", scopes=["sso:account:access"])
registered = {"clientId": registered["clientId"], "clientSecret": registered["clientSecret"]}
device = oidc.start_device_authorization(**registered, startUrl=f"https://{instance['IdentityStoreId']}.awsapps.com/start")
redeem = {**registered, "grantType": "urn:ietf:params:oauth:grant-type:device_code", "deviceCode": device["deviceCode"]}
refused("AuthorizationPendingException", oidc.create_token, **redeem)

# --- Away again
deletion = sso.delete_account_assignment(**grant)["AccountAssignmentDeletionStatus"]
gone = sso.describe_account_assignment_deletion_status(InstanceArn=arn, AccountAssignmentDeletionRequestId=deletion["RequestId"])
assert gone["AccountAssignmentDeletionStatus"]["Status"] == "SUCCEEDED", gone
assert sso.list_account_assignment_deletion_status(InstanceArn=arn)["AccountAssignmentsDeletionStatus"]
refused("ResourceNotFoundException", sso.delete_account_assignment, **grant)
sso.delete_permission_set(**at)
refused("InvalidClientTokenId", mine.get_caller_identity)
refused("DeleteConflict", iam.delete_role, RoleName="acme-read-only")
iam.delete_role_policy(RoleName="acme-read-only", PolicyName="more")
iam.detach_role_policy(RoleName="acme-read-only", PolicyArn=readable)
iam.delete_role(RoleName="acme-read-only")
refused("NoSuchEntity", iam.get_role, RoleName="acme-read-only")

# --- What happened
trail = make(f"client-{client}", "cloudtrail")
pages = trail.get_paginator("lookup_events").paginate(
    LookupAttributes=[{"AttributeKey": "ResourceName", "AttributeValue": role_arn}], PaginationConfig={"PageSize": 1})
entries = [event for page in pages for event in page["Events"]]
assert entries and all(event["EventName"] == "AssumeRole" for event in entries), entries
assert json.loads(entries[-1]["CloudTrailEvent"])["userIdentity"]["accountId"] == home
refused("InvalidTimeRangeException", trail.lookup_events, StartTime=2, EndTime=1)

# --- Stacks
stacks = make(f"client-{client}", "cloudformation")
template = {
    "Parameters": {"Secret": {"Type": "String", "NoEcho": True, "Default": "x"}},
    "Resources": {"Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": json.loads(trust), "Description": "one"}}},
    "Outputs": {"Arn": {"Value": {"Fn::GetAtt": ["Role", "Arn"]}}},
}
body = json.dumps(template)
capable = {"TemplateBody": body, "Capabilities": ["CAPABILITY_IAM"]}
assert stacks.validate_template(TemplateBody=body)["Capabilities"] == ["CAPABILITY_IAM"]
refused("InsufficientCapabilitiesException", stacks.create_stack, StackName="acme", TemplateBody=body)
stacks.create_stack(StackName="acme", **capable)
stacks.get_waiter("stack_create_complete").wait(StackName="acme")
refused("AlreadyExistsException", stacks.create_stack, StackName="acme", **capable)
refused("ValidationError", stacks.update_stack, StackName="acme", **capable)
made = stacks.describe_stacks(StackName="acme")["Stacks"][0]
assert made["Parameters"][0]["ParameterValue"] == "****", made
assert stacks.describe_stack_resource(StackName="acme", LogicalResourceId="Role")["StackResourceDetail"]["PhysicalResourceId"] in made["Outputs"][0]["OutputValue"]
assert [r["LogicalResourceId"] for r in stacks.describe_stack_resources(StackName="acme")["StackResources"]] == ["Role"]
assert [r["LogicalResourceId"] for page in stacks.get_paginator("list_stack_resources").paginate(StackName="acme") for r in page["StackResourceSummaries"]] == ["Role"]
assert stacks.get_template(StackName="acme")["TemplateBody"]["Outputs"] == template["Outputs"]
assert stacks.get_template_summary(StackName="acme")["ResourceTypes"] == ["AWS::IAM::Role"]
template["Resources"]["Role"]["Properties"]["Description"] = "two"
stacks.update_stack(StackName="acme", TemplateBody=json.dumps(template), Capabilities=["CAPABILITY_IAM"])
stacks.get_waiter("stack_update_complete").wait(StackName="acme")
template["Resources"]["Role"]["Properties"]["Description"] = "three"
stacks.create_change_set(StackName="acme", ChangeSetName="third", TemplateBody=json.dumps(template), Capabilities=["CAPABILITY_IAM"])
stacks.get_waiter("change_set_create_complete").wait(StackName="acme", ChangeSetName="third")
change = stacks.describe_change_set(StackName="acme", ChangeSetName="third")["Changes"][0]["ResourceChange"]
assert (change["Action"], change["LogicalResourceId"]) == ("Modify", "Role"), change
stacks.execute_change_set(StackName="acme", ChangeSetName="third")
refused("InvalidChangeSetStatus", stacks.execute_change_set, StackName="acme", ChangeSetName="third")
stacks.delete_change_set(StackName="acme", ChangeSetName="third")
refused("ChangeSetNotFound", stacks.describe_change_set, StackName="acme", ChangeSetName="third")
stacks.delete_stack(StackName="acme")
stacks.get_waiter("stack_delete_complete").wait(StackName=made["StackId"])
assert [e["ResourceStatus"] for page in stacks.get_paginator("describe_stack_events").paginate(StackName=made["StackId"]) for e in page["StackEvents"]][0] == "DELETE_COMPLETE"
assert [s["StackName"] for s in stacks.list_stacks(StackStatusFilter=["DELETE_COMPLETE"])["StackSummaries"]] == ["acme"]
