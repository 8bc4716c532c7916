using Engagement.Api.Live;
using Tests.Shared;

namespace Engagement.Api.Tests;

/// <summary>The contract of the hub for TypeScript clients: schema/live.d.ts.</summary>
public sealed class TheLiveContract
{
    /// <summary>A change of the hub is made on purpose, in the same commit: run the tests with UPDATE_SCHEMA=1 and read the difference.</summary>
    [Fact]
    public void Is_the_one_that_was_agreed()
    {
        var path = Path.Combine(Repository.Folder, "schema", "live.d.ts");
        var written = LiveTypeScript.Write();
        if (Agreed.IsUpdated)
            File.WriteAllText(path, written);

        File.ReadAllText(path).ShouldBe(written);
    }

    [Fact]
    public void Names_its_messages_as_they_are_sent() => typeof(ILiveClient).GetMethods().Select(method => LiveTypeScript.Camel(method.Name))
        .ShouldBe([LiveHub.Changed, LiveHub.Refused, LiveHub.Interrupted], ignoreOrder: true);
}
