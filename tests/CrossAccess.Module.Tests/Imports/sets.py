"""Makes permission sets over clients' roles by the hundred, each held by the group. Usage: sets.py <count> <home account id>"""
import json
import sys
from concurrent.futures import ThreadPoolExecutor

import boto3

count, home = int(sys.argv[1]), sys.argv[2]
sso = boto3.client("sso-admin")
instance = sso.list_instances()["Instances"][0]
groups = boto3.client("identitystore").list_groups(IdentityStoreId=instance["IdentityStoreId"])["Groups"]
engineers = next(group["GroupId"] for group in groups if group["DisplayName"] == "Engineers")
at = {"InstanceArn": instance["InstanceArn"]}


def make(number):
    made = sso.create_permission_set(**at, Name=f"Client{number:04}-ReadOnly")["PermissionSet"]["PermissionSetArn"]
    allow = {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": f"arn:aws:iam::{200000000000 + number}:role/Readers"}
    sso.put_inline_policy_to_permission_set(**at, PermissionSetArn=made, InlinePolicy=json.dumps({"Version": "2012-10-17", "Statement": [allow]}))
    sso.create_account_assignment(**at, PermissionSetArn=made, TargetId=home, TargetType="AWS_ACCOUNT", PrincipalType="GROUP", PrincipalId=engineers)


with ThreadPoolExecutor(8) as threads:
    list(threads.map(make, range(count)))
