using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using GraphQL.Data;
using GraphQL.Tests.Library;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Tests.Data;

/// <summary>Pages that begin at a key: whatever is added or removed meanwhile, nothing comes twice and nothing is left out.</summary>
public sealed class Keyset_paging
{
    /// <summary>What a list may be sorted by, and a value to compare by for each; null as the greatest.</summary>
    private static readonly Dictionary<string, Func<Work, IComparable?>> Keys = new()
    {
        ["title"] = work => work.Title,
        ["subtitle"] = work => work.Subtitle,
        ["pages"] = work => work.Pages,
        ["rating"] = work => work.Rating,
        ["price"] = work => work.Price,
        ["addedAt"] = work => work.AddedAt,
        ["printed"] = work => work.Printed,
        ["isLent"] = work => work.IsLent,
        ["isRare"] = work => work.IsRare,
        ["genre"] = work => (int)work.Genre,
        ["secondGenre"] = work => (int?)work.SecondGenre,
        ["press.name"] = work => work.Press.Name,
        ["press.city"] = work => work.Press.City,
    };

    /// <summary>A list, an order and how a client pages through it.</summary>
    public sealed record Walk(int Works, int Seed, (string Key, bool IsDescending)[] Order, int PageSize, bool IsBackward)
    {
        public override string ToString() => $"{Works} works of seed {Seed} by {OrderText(this)}, {PageSize} a page, {(IsBackward ? "backwards" : "forwards")}";
    }

    private static Gen<Walk> Walks =>
        from works in Gen.Choose(0, 25)
        from seed in Gen.Choose(0, 1000)
        from count in Gen.Choose(0, 3)
        from order in Gen.Elements(Keys.Keys.ToArray()).SelectMany(key => Gen.Elements(true, false).Select(isDescending => (key, isDescending))).ArrayOf(count)
        from size in Gen.Choose(1, 7)
        from backward in Gen.Elements(true, false)
        select new Walk(works, seed, order, size, backward);

    [Fact]
    public Task any_walk_visits_every_item_once_and_in_order() => Always(async walk =>
    {
        var works = AnyArchive.Of(walk.Works, walk.Seed);
        await using var server = Filtering.Server(works);

        var seen = new List<Guid>();
        await foreach (var page in PagesAsync(server, walk, "works"))
        {
            seen = walk.IsBackward ? [.. Ids(page), .. seen] : [.. seen, .. Ids(page)];
            page["totalCount"]!.GetValue<int>().ShouldBe(walk.Works);
        }

        seen.ShouldBe(Sorted(works, walk.Order).Select(work => work.Id));
    });

    [Fact]
    public Task items_added_anywhere_during_a_walk_neither_repeat_nor_hide_others() => Always(async walk =>
    {
        var works = AnyArchive.Of(walk.Works, walk.Seed);
        var added = AnyArchive.Of(12, walk.Seed + 1);
        var there = works.ToList();
        await using var server = Filtering.Server(works);

        var seen = new List<Guid>();
        await foreach (var page in PagesAsync(server, walk, "works"))
        {
            seen.AddRange(Ids(page));
            works.AddRange(added.Take(3));
            added.RemoveRange(0, Math.Min(3, added.Count));
        }

        seen.ShouldBeUnique();
        there.Select(work => work.Id).Except(seen).ShouldBeEmpty();
    });

    [Fact]
    public Task the_item_of_a_cursor_may_be_gone() => Always(async walk =>
    {
        var works = AnyArchive.Of(walk.Works, walk.Seed);
        var expected = Sorted(works, walk.Order).Select(work => work.Id).ToList();
        await using var server = Filtering.Server(works);

        var seen = new List<Guid>();
        await foreach (var page in PagesAsync(server, walk, "works"))
        {
            seen = walk.IsBackward ? [.. Ids(page), .. seen] : [.. seen, .. Ids(page)];
            works.RemoveAll(work => seen.Contains(work.Id));
            page["pageInfo"]![walk.IsBackward ? "hasNextPage" : "hasPreviousPage"]!.GetValue<bool>().ShouldBeFalse();
        }

        seen.ShouldBe(expected);
    });

    [Fact]
    public Task every_page_knows_what_lies_on_both_sides() => Always(async walk =>
    {
        var works = AnyArchive.Of(walk.Works, walk.Seed);
        var sorted = Sorted(works, walk.Order).Select(work => work.Id).ToList();
        await using var server = Filtering.Server(works);

        await foreach (var page in PagesAsync(server, walk, "works"))
        {
            var ids = Ids(page).ToList();
            if (ids.Count == 0)
                continue;
            page["pageInfo"]!["hasPreviousPage"]!.GetValue<bool>().ShouldBe(ids[0] != sorted[0]);
            page["pageInfo"]!["hasNextPage"]!.GetValue<bool>().ShouldBe(ids[^1] != sorted[^1]);
        }
    });

    [Fact]
    public async Task a_page_between_two_cursors_ends_at_both()
    {
        await using var server = Filtering.Server(AnyArchive.Of(10, seed: 1));
        var all = (await PageAsync(server, "works", "first: 10"))["edges"]!.AsArray();
        var (second, ninth) = (all[1]!["cursor"], all[8]!["cursor"]);

        var forwards = await PageAsync(server, "works", $"first: 3, after: \"{second}\", before: \"{ninth}\"");
        var backwards = await PageAsync(server, "works", $"last: 3, after: \"{second}\", before: \"{ninth}\"");
        var whole = await PageAsync(server, "works", $"first: 20, after: \"{second}\", before: \"{ninth}\"");
        var none = await PageAsync(server, "works", $"first: 20, after: \"{second}\", before: \"{second}\"");
        var outside = await PageAsync(server, "works", $"first: 2, after: \"{all[9]!["cursor"]}\"");

        Ids(forwards).ShouldBe(all.Skip(2).Take(3).Select(Id));
        Ids(backwards).ShouldBe(all.Skip(5).Take(3).Select(Id));
        Ids(whole).ShouldBe(all.Skip(2).Take(6).Select(Id));
        foreach (var page in new[] { forwards, backwards, whole, none })
        {
            page["pageInfo"]!["hasPreviousPage"]!.GetValue<bool>().ShouldBeTrue();
            page["pageInfo"]!["hasNextPage"]!.GetValue<bool>().ShouldBeTrue();
        }
        Ids(none).ShouldBeEmpty();
        Ids(outside).ShouldBeEmpty();
        outside["pageInfo"]!["hasPreviousPage"]!.GetValue<bool>().ShouldBeTrue();
        outside["pageInfo"]!["hasNextPage"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task a_page_of_nothing_says_whether_there_is_anything()
    {
        await using var some = Filtering.Server(AnyArchive.Of(3, seed: 1));
        await using var none = Filtering.Server([]);

        (await PageAsync(some, "works", "first: 0"))["pageInfo"]!["hasNextPage"]!.GetValue<bool>().ShouldBeTrue();
        (await PageAsync(none, "works", "first: 0"))["pageInfo"]!["hasNextPage"]!.GetValue<bool>().ShouldBeFalse();
        (await PageAsync(none, "works", "last: 5"))["totalCount"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task a_cursor_is_refused_in_another_order()
    {
        await using var server = Filtering.Server(AnyArchive.Of(5, seed: 1));
        var cursor = (await PageAsync(server, "works", "order: [{ pages: ASC }]"))["pageInfo"]!["endCursor"];

        var descending = await server.ExecuteAsync($"{{ works(order: [{{ pages: DESC }}], after: \"{cursor}\") {{ nodes {{ id }} }} }}");
        var byDefault = await server.ExecuteAsync($"{{ worksRead(after: \"{cursor}\") {{ nodes {{ id }} }} }}");

        Code(descending).ShouldBe("CURSOR_ORDER_MISMATCH");
        Code(byDefault).ShouldBe("CURSOR_ORDER_MISMATCH");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense!")]
    [InlineData("e30")]
    [InlineData("W10")]
    [InlineData("WzFd")]
    [InlineData("WyJcdWQ4MDAiXQ")]
    [MemberData(nameof(ForgedCursors))]
    public async Task a_forged_cursor_is_refused(string cursor)
    {
        await using var server = Filtering.Server(AnyArchive.Of(5, seed: 1));

        Code(await server.ExecuteAsync($"{{ works(order: [{{ title: ASC }}, {{ pages: ASC }}], after: \"{cursor}\") {{ nodes {{ id }} }} }}"))
            .ShouldBe("CURSOR_INVALID");
    }

    public static TheoryData<string> ForgedCursors =>
    [
        Cursor.Encode("title,pages,id"),
        Convert.ToBase64String("[\"title,pages,id\",\"\\ud800\",1,\"00000000-0000-0000-0000-000000000000\"]"u8).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
        Cursor.Encode("title,pages,id", "a", "not a number", Guid.Empty),
        Cursor.Encode("title,pages,id", "a", null, Guid.Empty),
        Cursor.Encode("title,pages,id", null, 1, Guid.Empty),
        Cursor.Encode("title,pages,id", "a\0", 1, Guid.Empty),
        Cursor.Encode("title,pages,id", "a", 1, Guid.Empty, 1),
        Cursor.Encode("title,pages,id", "a", 99999999999L, Guid.Empty),
    ];

    [Fact]
    public async Task nothing_is_counted_when_nobody_asks()
    {
        var asked = new List<bool>();
        var works = AnyArchive.Of(5, seed: 1).AsQueryable();
        await using var server = new LibraryServer(builder => builder.Services.AddSingleton(new Archive(works, (query, cancellation) =>
        {
            asked.Add(query.IsTotalCountSelected);
            return works.ToConnectionAsync(query, cancellation);
        })));

        await server.ExecuteAsync("{ worksRead { nodes { id } } }");
        await server.ExecuteAsync("query($yes: Boolean!) { worksRead { nodes { id } totalCount @include(if: $yes) } }", new { yes = false });
        await server.ExecuteAsync("{ worksRead { ...All } } fragment All on WorksConnection { many: totalCount }");

        asked.ShouldBe([false, false, true]);
    }

    [Fact]
    public async Task sizes_are_the_servers_where_a_field_names_none()
    {
        var works = AnyArchive.Of(60, seed: 1);
        await using var usual = Filtering.Server(works);
        await using var small = new LibraryServer(builder =>
        {
            builder.Services.AddSingleton(Archive.Of(works));
            builder.ModifyOptions(options => options.Paging = new PagingOptions { DefaultPageSize = 3, MaxPageSize = 5 });
        });

        Ids(await PageAsync(usual, "works", "order: []")).Count().ShouldBe(10);
        Ids(await PageAsync(usual, "works", "first: 50")).Count().ShouldBe(50);
        Code(await usual.ExecuteAsync("{ works(first: 51) { nodes { id } } }")).ShouldBe("PAGING_OUT_OF_RANGE");
        Ids(await PageAsync(small, "works", "order: []")).Count().ShouldBe(3);
        Code(await small.ExecuteAsync("{ works(first: 6) { nodes { id } } }")).ShouldBe("PAGING_OUT_OF_RANGE");
        (await small.ExecuteAsync("{ catalogue { nodes { title } } }"))["data"]!["catalogue"]!["nodes"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task more_sort_keys_than_anyone_needs_are_refused()
    {
        await using var server = Filtering.Server([]);
        var order = string.Join(' ', Enumerable.Repeat("{ pages: ASC }", 5000));

        Code(await server.ExecuteAsync($"{{ works(order: [{order}]) {{ nodes {{ id }} }} }}")).ShouldBe("QUERY_TOO_LARGE");
        Code(await server.ExecuteAsync("{ works(order: [{ pages: null }]) { nodes { id } } }")).ShouldBe("QUERY_INVALID");
    }

    /// <summary>All pages of a walk, each with both ends and the total.</summary>
    internal static async IAsyncEnumerable<JsonNode> PagesAsync(LibraryServer server, Walk walk, string field)
    {
        var (size, from, cursorName, more) = walk.IsBackward
            ? ("last", "before", "startCursor", "hasPreviousPage")
            : ("first", "after", "endCursor", "hasNextPage");
        var arguments = $"order: {OrderText(walk)}, {size}: {walk.PageSize}";
        var page = await PageAsync(server, field, arguments);
        yield return page;
        for (var pages = 1; page["pageInfo"]![more]!.GetValue<bool>(); pages++)
        {
            pages.ShouldBeLessThan(200, "The walk never ends.");
            page = await PageAsync(server, field, $"{arguments}, {from}: \"{page["pageInfo"]![cursorName]}\"");
            yield return page;
        }
    }

    internal static IEnumerable<Guid> Ids(JsonNode page) => page["edges"]!.AsArray().Select(Id);

    /// <summary>The list as it must be: by the keys, then by identifier.</summary>
    internal static IEnumerable<Work> Sorted(IEnumerable<Work> works, IEnumerable<(string Key, bool IsDescending)> order)
    {
        var sorted = works.OrderBy(_ => 0);
        foreach (var (name, isDescending) in order)
        {
            var key = Keys[name];
            sorted = isDescending
                ? sorted.ThenByDescending(work => key(work) is null).ThenByDescending(key)
                : sorted.ThenBy(work => key(work) is null).ThenBy(key);
        }
        return sorted.ThenBy(work => work.Id);
    }

    internal static Task Always(Func<Walk, Task> holds, int walks = 60) => Task.Run(() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(walks),
        Prop.ForAll(Arb.From(Walks), walk => holds(walk).GetAwaiter().GetResult())));

    private static async Task<JsonNode> PageAsync(LibraryServer server, string field, string arguments)
    {
        var result = await server.ExecuteAsync(
            $"{{ {field}({arguments}) {{ edges {{ cursor node {{ id }} }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} totalCount }} }}");
        result["errors"]?.ToJsonString().ShouldBeNull();
        return result["data"]![field]!;
    }

    private static Guid Id(JsonNode? edge) => NodeId.Decode<Guid>(edge!["node"]!["id"]!.GetValue<string>());

    private static string Code(JsonNode result) => result["errors"]!.AsArray().ShouldHaveSingleItem()!["extensions"]!["code"]!.GetValue<string>();

    private static string OrderText(Walk walk) => "[" + string.Join(", ", walk.Order.Select(item =>
    {
        var direction = item.IsDescending ? "DESC" : "ASC";
        return item.Key.Split('.') is [var outer, var inner] ? $"{{ {outer}: {{ {inner}: {direction} }} }}" : $"{{ {item.Key}: {direction} }}";
    })) + "]";
}
