namespace GraphQL.Tests.Hostile;

[Collection(nameof(Alone))]
public sealed class Memory_after_hostile_requests(HostileServer server) : IClassFixture<HostileServer>
{
    [Fact]
    public async Task does_not_grow_with_their_number()
    {
        var bodies = Hostile_requests.Bodies.ToList();

        // The first rounds fill what is kept on purpose: pools of buffers, and the documents that were refused.
        await SendAllAsync(bodies, rounds: 3);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await SendAllAsync(bodies, rounds: 12);

        var after = GC.GetTotalMemory(forceFullCollection: true);
        // Pools may still fill a little further. What is sent in these rounds is many times that.
        bodies.Sum(body => (long)body.Length).ShouldBeGreaterThan(10 * 1024 * 1024);
        (after - before).ShouldBeLessThan(64 * 1024 * 1024);
    }

    // One after another: side by side each time takes other buffers from the pools, and fills them a little further.
    private async Task SendAllAsync(List<string> bodies, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            foreach (var body in bodies)
                await server.PostAsync(body);
        }
    }
}
