using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Events;
using CrossAccess.Sandbox.Models;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.CloudFormation;

/// <summary>IAM's operations, called by a stack with the permissions of the one who deploys it, and recorded as that one's calls.</summary>
internal sealed class CallerOperations(Service iam, EventLog log, Call deploying)
{
    public DateTimeOffset Now => deploying.Now;
    public Call Deploying => deploying;

    /// <exception cref="ServiceError">IAM refuses.</exception>
    public JsonObject Call(string name, JsonObject input)
    {
        OperationModel model = iam.Model.Operations[name];
        Call call = new(deploying.Cloud, iam.Model, model, input, deploying.Caller, "us-east-1", Accounts.RandomNames.Guid());
        ServiceError? refusal = null;
        try
        {
            return Run(call, iam.Operations[name]);
        }
        catch (ServiceError error)
        {
            refusal = error;
            throw;
        }
        finally
        {
            Record(call, refusal);
        }
    }

    private JsonObject Run(Call call, Operation operation)
    {
        if (iam.Validator.Check(call.Operation, call.Input) is { } violations)
            throw new ServiceError(iam.Protocol.ValidationCode, violations, 400);
        if (operation.Resource is { } resource)
            Authorizer.Require(call, $"{iam.ActionPrefix}:{call.Operation.Name}", resource(call));
        return operation.Handle(call) ?? [];
    }

    private void Record(Call call, ServiceError? refusal) => log.Add(new SandboxEvent
    {
        Time = call.Now,
        Service = iam.Model.Name,
        Operation = call.Operation.Name,
        AccountId = call.Account.Id,
        PrincipalArn = call.Caller.Arn,
        SourceIdentity = call.Caller.Session?.SourceIdentity,
        ErrorCode = refusal?.Code,
        ErrorMessage = refusal?.Message,
        IsReadOnly = call.Operation.IsReadOnly,
        Region = call.Region,
        RequestId = call.RequestId,
        Caller = call.Caller,
        Parameters = HiddenParameters.Render(iam.Model, call.Operation, call.Input),
    });
}
