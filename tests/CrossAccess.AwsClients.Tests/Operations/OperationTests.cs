using System.Text.Json.Nodes;
using CrossAccess.Tests.Shared;

namespace CrossAccess.AwsClients.Tests.Operations;

/// <summary>Every operation of every client against AWS's service models, with every member set.</summary>
public sealed class OperationTests
{
    public static TheoryData<string, string> Operations => [.. Clients.Operations.Select(operation => (operation.Model.Id, operation.Name))];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_request_with_every_member_set_is_as_the_model_says(string model, string name)
    {
        var operation = ServiceModel.Of(model).Operation(name);
        // Each member of a union takes its turn.
        for (var choice = 0; choice < 3; choice++)
        {
            using var server = new LoopbackServer(_ => ModelAnswer.Of(operation, []));
            using var client = Clients.ByModel[model](server.Url, null);
            var input = operation.Input is { } shape ? ModelSample.Of(shape, choice) : [];

            await OperationCall.SendAsync(client, operation, input);

            var request = Assert.Single(server.Requests);
            Assert.Empty(RequestValidation.Problems(request));
            var reading = RequestReading.Of(request);
            Assert.Equal(name, reading.Operation?.Name);
            AssertSame(input, reading.Input);
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_response_with_every_member_set_is_read_into_every_property(string model, string name)
    {
        var operation = ServiceModel.Of(model).Operation(name);
        for (var choice = 0; choice < 3; choice++)
        {
            var output = operation.Output is { } shape ? ModelSample.Of(shape, choice) : [];
            using var server = new LoopbackServer(_ => ModelAnswer.Of(operation, output));
            using var client = Clients.ByModel[model](server.Url, null);
            var input = operation.Input is { } inputShape ? ModelSample.Of(inputShape) : [];

            var response = await OperationCall.SendAsync(client, operation, input);

            AssertSame(output, operation.Output is null ? [] : ObjectTree.ToTree(response, operation.Output));
            Assert.Equal(ModelAnswer.RequestId, response.ResponseMetadata.RequestId);
            Assert.Equal(System.Net.HttpStatusCode.OK, response.HttpStatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task What_a_response_lacks_stays_null(string model, string name)
    {
        var operation = ServiceModel.Of(model).Operation(name);
        using var server = new LoopbackServer(_ => ModelAnswer.Of(operation, []));
        using var client = Clients.ByModel[model](server.Url, null);
        var input = operation.Input is { } shape ? ModelSample.Of(shape) : [];

        var response = await OperationCall.SendAsync(client, operation, input);

        AssertSame([], operation.Output is null ? [] : ObjectTree.ToTree(response, operation.Output));
    }

    private static void AssertSame(JsonObject expected, JsonObject actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"expected {expected.ToJsonString()}\nbut found {actual.ToJsonString()}");
}
