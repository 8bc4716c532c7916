using Engagement.Tests.Integration;
using Npgsql;
using Tests.Shared;

namespace Engagement.Tests.Privacy;

/// <summary>Looks for words in the whole database.</summary>
internal static class Everywhere
{
    /// <summary>Where a word stands in clear, as <c>schema.table.column</c>: as text of any kind, or as its bytes.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(this Platform platform, string word) =>
        [.. (await platform.Get<NpgsqlDataSource>().TextsAsync()).Where(one => one.Text.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(one => one.Place)];
}
