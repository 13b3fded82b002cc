using CrossAccess.Aws.Tests.Support;
using CrossAccess.Tests.Shared;

namespace CrossAccess.Aws.Tests.Services;

public sealed class IdentityStoreTests : IDisposable
{
    private const string One = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeee1";
    private const string Two = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeee2";

    private readonly Queue<WireAnswer> _answers = new();
    private readonly FakeAws _aws;

    public IdentityStoreTests() => _aws = new FakeAws(_ => _answers.Dequeue());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Assert.Empty(_aws.Problems);
        _aws.Dispose();
    }

    [Fact]
    public async Task Groups_are_found_by_their_exact_name_be_there_none_or_several()
    {
        Answer($$"""{"Groups":[{"GroupId":"{{One}}","DisplayName":"Engineers"},{"GroupId":"{{Two}}","DisplayName":"Engineers"},{"GroupId":"{{Two}}","DisplayName":"engineers"}]}""");

        IReadOnlyList<Principal> groups = await (await Store()).FindGroupsAsync("Engineers", Stop);

        Assert.Equal([new(PrincipalType.Group, One, "Engineers"), new(PrincipalType.Group, Two, "Engineers")], groups);
        Assert.Contains("""[{"AttributePath":"DisplayName","AttributeValue":"Engineers"}]""", _aws.Only("ListGroups").Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Users_are_found_by_their_user_name()
    {
        Answer($$"""{"Users":[{"UserId":"{{One}}","UserName":"jane","DisplayName":"Jane Doe"}]}""");

        Assert.Equal([new(PrincipalType.User, One, "jane")], await (await Store()).FindUsersAsync("jane", Stop));
        Assert.Contains("""[{"AttributePath":"UserName","AttributeValue":"jane"}]""", _aws.Only("ListUsers").Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DISABLED", true)]
    [InlineData("ENABLED", false)]
    public async Task A_user_who_may_not_sign_in_is_told_apart(string status, bool isDisabled)
    {
        Answer($$"""{"Users":[{"UserId":"{{One}}","UserName":"jane","UserStatus":"{{status}}"}]}""");

        Assert.Equal(isDisabled, Assert.Single(await (await Store()).FindUsersAsync("jane", Stop)).IsDisabled);
    }

    [Fact]
    public async Task A_user_is_found_by_e_mail_address()
    {
        Answer($$"""{"UserId":"{{One}}","IdentityStoreId":"d-1234567890"}""");
        Answer($$"""{"UserId":"{{One}}","UserName":"jane","IdentityStoreId":"d-1234567890"}""");

        Assert.Equal(new(PrincipalType.User, One, "jane"), await (await Store()).FindUserByEmailAsync("jane@example.com", Stop));
        Assert.Contains("""{"UniqueAttribute":{"AttributePath":"emails.value","AttributeValue":"jane@example.com"}}""", _aws.Only("GetUserId").Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_exist_is_null()
    {
        IIdentityStore store = await Store();
        for (int i = 0; i < 3; i++) _answers.Enqueue(WireAnswer.Json("""{"__type":"ResourceNotFoundException","Message":"USER not found."}""", 400));

        Assert.Null(await store.FindUserByEmailAsync("nobody@example.com", Stop));
        Assert.Null(await store.FindByIdAsync(PrincipalType.User, One, Stop));
        Assert.Null(await store.FindByIdAsync(PrincipalType.Group, One, Stop));
    }

    [Fact]
    public async Task All_users_and_groups_are_listed_page_by_page()
    {
        Answer($$"""{"Users":[{"UserId":"{{One}}","UserName":"jane"}],"NextToken":"next"}""");
        Answer($$"""{"Users":[{"UserId":"{{Two}}","UserName":"john"}]}""");
        Answer($$"""{"Groups":[{"GroupId":"{{One}}"}]}""");
        IIdentityStore store = await Store();

        Assert.Equal(["jane", "john"], await Names(store.ListUsersAsync(Stop)));
        Assert.Equal([One], await Names(store.ListGroupsAsync(Stop)));
    }

    [Fact]
    public async Task The_groups_of_a_user_are_listed_page_by_page()
    {
        Answer($$$"""{"GroupMemberships":[{"IdentityStoreId":"d-1234567890","GroupId":"{{{One}}}","MemberId":{"UserId":"{{{Two}}}"}}],"NextToken":"next"}""");
        Answer($$$"""{"GroupMemberships":[{"IdentityStoreId":"d-1234567890","GroupId":"{{{Two}}}","MemberId":{"UserId":"{{{Two}}}"}}]}""");

        Assert.Equal([One, Two], await (await Store()).ListGroupIdsOfUserAsync(Two, Stop));
        Assert.All(_aws.Server.Requests, request => Assert.Contains($$$"""{"UserId":"{{{Two}}}"}""", request.Body, StringComparison.Ordinal));
    }

    private void Answer(string json) => _answers.Enqueue(WireAnswer.Json(json));

    private async Task<IIdentityStore> Store() => (await _aws.OpenAsync()).IdentityStore("eu-west-1", "d-1234567890");

    private static async Task<List<string>> Names(IAsyncEnumerable<Principal> principals)
    {
        var names = new List<string>();
        await foreach (Principal principal in principals) names.Add(principal.Name);
        return names;
    }
}
