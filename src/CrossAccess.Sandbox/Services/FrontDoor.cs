using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Events;
using CrossAccess.Sandbox.Models;
using CrossAccess.Sandbox.Protocols;
using CrossAccess.Sandbox.Signing;
using CrossAccess.Sandbox.Wire;

namespace CrossAccess.Sandbox.Services;

/// <summary>Takes every request through routing, signature, validation, authorization and its operation, and records it.</summary>
internal sealed class FrontDoor(Cloud cloud, IReadOnlyList<Service> services, EventLog log, Faults faults)
{
    private readonly Router _router = new(services);
    private readonly SignatureVerifier _signatures = new(cloud);
    private int _inFlight;
    private int _mostInFlight;

    public TimeSpan Latency { get; set; }

    /// <summary>The rates that hold, or null.</summary>
    public RequestRates? Rates { get; init; }

    /// <summary>What fails by chance, or null.</summary>
    public FaultDice? Dice { get; init; }
    public Func<SandboxRequest, CancellationToken, Task>? BeforeHandling { get; set; }
    public Func<SandboxRequest, CancellationToken, Task>? BeforeResponse { get; set; }

    /// <summary>Runs under the lock before and after every operation, so that what is due has happened.</summary>
    public Action Settle { get; set; } = static () => { };

    /// <summary>The answer to a person's browser, or null where the request is a program's.</summary>
    public Func<HttpRequest, HttpResponse?> Pages { get; init; } = static _ => null;

    /// <summary>What is imitated.</summary>
    public IReadOnlyList<Service> Services => services;

    public int InFlight => Volatile.Read(ref _inFlight);
    public int MostInFlight => Volatile.Read(ref _mostInFlight);

    public async Task<HttpResponse> HandleAsync(HttpRequest request, CancellationToken cancellation)
    {
        CountArrival();
        try
        {
            return await AnswerAsync(request, cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private async Task<HttpResponse> AnswerAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (Pages(request) is { } page)
            return page;
        string requestId = RandomNames.Guid();
        if (_router.Find(request) is not { } route)
            return new RestJsonProtocol().WriteError(null, new ServiceError("UnknownOperationException", "The request names no service that is known here.", 404), requestId);

        Exchange exchange = new(route, requestId) { Fault = Dice?.Roll(route.Service.Model.Name, route.Operation) };
        if (BeforeHandling is { } before)
            await before(exchange.Seen(), cancellation);
        if (exchange.Fault is { LosesAnswer: true, CarriedOut: false })
            throw new AnswerLost(silently: exchange.Fault.Kind == SandboxFault.Timeout);
        exchange.Response = Attempt(exchange, request);
        if (Latency > TimeSpan.Zero)
            await Task.Delay(Latency, cancellation);
        if (BeforeResponse is { } after)
            await after(exchange.Seen(), cancellation);
        Record(exchange);
        if (exchange.Fault is { LosesAnswer: true })
            throw new AnswerLost(silently: exchange.Fault.Kind == SandboxFault.Timeout);
        return exchange.Response;
    }

    private HttpResponse Attempt(Exchange exchange, HttpRequest request)
    {
        Service service = exchange.Route.Service;
        try
        {
            OperationModel operation = exchange.Operation ?? throw UnknownOperation(exchange.Route);
            Identify(exchange, request, operation);
            Rates?.Take(service, operation.Name, exchange.Caller);
            Read(exchange, request, operation);
            if (faults.Take(service, operation.Name) is { } ordered)
                throw ordered;
            if (exchange.Fault?.Answer(service.Model.Protocol) is { } chance)
                throw chance;
            exchange.Output = Run(exchange, operation);
            return service.Protocol.Write(service.Model, operation, exchange.Output, exchange.RequestId);
        }
        catch (ServiceError error)
        {
            exchange.Error = error;
        }
#pragma warning disable CA1031 // A fault of the Sandbox must be answered as AWS answers its own, and the server must live.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            exchange.Error = new ServiceError("InternalFailure", $"A fault of the Sandbox itself: {fault.GetType().Name}: {fault.Message}", 500);
        }
        return service.Protocol.WriteError(service.Model, exchange.Error, exchange.RequestId);
    }

    private void Identify(Exchange exchange, HttpRequest request, OperationModel operation)
    {
        if (!operation.IsSigned)
            return;
        ServiceModel model = exchange.Route.Service.Model;
        SignatureVerdict verdict = _signatures.Verify(request, model.SigningName, model.Protocol);
        exchange.Caller = verdict.Credential.Caller;
        exchange.AccessKeyId = verdict.Credential.AccessKeyId;
        exchange.Region = verdict.Region;
    }

    private static void Read(Exchange exchange, HttpRequest request, OperationModel operation)
    {
        Service service = exchange.Route.Service;
        exchange.Input = service.Protocol.Read(service.Model, operation, request);
        if (service.Validator.Check(operation, exchange.Input) is { } violations)
            throw new ServiceError(service.Protocol.ValidationCode, violations, 400);
    }

    private JsonObject Run(Exchange exchange, OperationModel model)
    {
        Service service = exchange.Route.Service;
        if (!service.Operations.TryGetValue(model.Name, out Operation? operation))
            throw new ServiceError("NotImplemented", $"The Sandbox does not imitate {service.Model.Name}:{model.Name}.", 501);
        Call call = new(cloud, service.Model, model, exchange.Input!, exchange.Caller, exchange.Region ?? cloud.Region, exchange.RequestId);
        lock (cloud.Gate)
        {
            Settle();
            service.Precondition?.Invoke(call);
            if (operation.Resource is { } resource)
                Authorizer.Require(call, $"{service.ActionPrefix}:{model.Name}", resource(call));
            JsonObject output = operation.Handle(call) ?? [];
            Settle();
            return output;
        }
    }

    private void Record(Exchange exchange)
    {
        SandboxRequest seen = exchange.Seen();
        string? passed = exchange.Operation?.Name == "AssumeRole" && exchange.Input?["SourceIdentity"] is JsonValue value ? value.ToString() : null;
        log.Add(new SandboxEvent
        {
            Time = cloud.Now,
            Service = seen.Service,
            Operation = seen.Operation,
            AccountId = seen.AccountId,
            PrincipalArn = seen.PrincipalArn,
            SourceIdentity = passed ?? exchange.Caller?.Session?.SourceIdentity,
            ErrorCode = seen.ErrorCode,
            IsReadOnly = seen.IsReadOnly,
            Region = exchange.Region,
            RequestId = exchange.RequestId,
            Caller = exchange.Caller,
            AccessKeyId = exchange.AccessKeyId,
            ErrorMessage = exchange.Error?.Message,
            AssumedRole = exchange.Error is null ? AssumedRole.Read(exchange.Input, exchange.Output) : null,
            Parameters = exchange.Operation is { } operation && exchange.Input is { } input ? HiddenParameters.Render(exchange.Route.Service.Model, operation, input) : null,
        });
    }

    private void CountArrival()
    {
        int now = Interlocked.Increment(ref _inFlight);
        int most = Volatile.Read(ref _mostInFlight);
        while (now > most && Interlocked.CompareExchange(ref _mostInFlight, now, most) is var seen && seen != most)
            most = seen;
    }

    private static ServiceError UnknownOperation(Route route) => route.Service.Model.Protocol == "query"
        ? new ServiceError("InvalidAction", $"Could not find operation {route.Operation} for version {route.Service.Model.Version}", 400)
        : new ServiceError("UnknownOperationException", $"The operation {route.Operation} is not known.", 400);
}
