using Engagement.Common;

namespace Engagement.Api.Forums;

/// <summary>The first page of what belongs to a thing: lists of several things are read together when they are as long.</summary>
public readonly record struct PageOf(Guid Id, int Size)
{
    internal static Slice<T> Empty<T>() => new([], HasMore: false);

    /// <summary>Reads pages of one length together.</summary>
    internal static async Task<Dictionary<PageOf, Slice<T>>> ReadAsync<T>(
        IReadOnlyList<PageOf> pages, Func<IReadOnlyCollection<Guid>, int, Task<Dictionary<Guid, Slice<T>>>> read)
    {
        var found = new Dictionary<PageOf, Slice<T>>();
        foreach (var same in pages.GroupBy(page => page.Size))
        {
            foreach (var (id, slice) in await read([.. same.Select(page => page.Id)], same.Key))
                found.Add(new PageOf(id, same.Key), slice);
        }

        return found;
    }
}
