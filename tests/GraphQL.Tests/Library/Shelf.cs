using System.Threading.Channels;

namespace GraphQL.Tests.Library;

/// <summary>The data behind the sample schema, and counters of what was asked for.</summary>
public sealed class Shelf
{
    public static readonly Guid Le = new("11111111-1111-1111-1111-111111111111");
    public static readonly Guid Calvino = new("22222222-2222-2222-2222-222222222222");
    public static readonly Guid Nobody = new("33333333-3333-3333-3333-333333333333");

    private readonly TaskCompletionSource _eventsClosed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<Author> Authors { get; } = [new(Le, "Le Guin"), new(Calvino, "Calvino")];

    public List<Book> Books { get; } =
    [
        new(new("aaaaaaaa-0000-0000-0000-000000000001"), "The Dispossessed", Le, Genre.Fiction) { Tags = ["moon", "anarchy"] },
        new(new("aaaaaaaa-0000-0000-0000-000000000002"), "Invisible Cities", Calvino, Genre.Fiction),
        new(new("aaaaaaaa-0000-0000-0000-000000000003"), "Steering the Craft", Le, Genre.PlainTruth),
    ];

    public List<int> AuthorBatches { get; } = [];

    public List<int> BookBatches { get; } = [];

    public List<string> Log { get; } = [];

    public Channel<Book> Added { get; } = Channel.CreateUnbounded<Book>();

    /// <summary>Done when a subscription has let go of its source.</summary>
    public Task EventsClosed => _eventsClosed.Task;

    public void CloseEvents() => _eventsClosed.TrySetResult();
}
