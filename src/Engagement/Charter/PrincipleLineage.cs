namespace Engagement.Charter;

/// <summary>Which principles of one edition are those of another, by what each edition says of the one before its own.</summary>
internal static class PrincipleLineage
{
    /// <summary>For each principle of <paramref name="to"/> those of <paramref name="from"/>; null where neither edition goes back to the other.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>>? Between(
        CharterEdition from, CharterEdition to, IReadOnlyDictionary<Guid, CharterEdition> editions)
    {
        if (Back(to, from.Id, editions) is { } back)
            return back;

        return Back(from, to.Id, editions) is { } forth
            ? to.Principles.ToDictionary(
                principle => principle.Key,
                IReadOnlyList<string> (principle) => [.. forth.Where(one => one.Value.Contains(principle.Key)).Select(one => one.Key)])
            : null;
    }

    private static Dictionary<string, IReadOnlyList<string>>? Back(CharterEdition later, Guid earlierId, IReadOnlyDictionary<Guid, CharterEdition> editions)
    {
        var map = later.Principles.ToDictionary(principle => principle.Key, IReadOnlyList<string> (principle) => [principle.Key]);
        for (var edition = later; edition.Id != earlierId;)
        {
            if (edition.EditionBeforeId is not { } before || !editions.TryGetValue(before, out var earlier))
                return null;

            var continues = edition.Principles.ToDictionary(principle => principle.Key, principle => principle.Continues);
            map = map.ToDictionary(one => one.Key, IReadOnlyList<string> (one) => [.. one.Value.SelectMany(key => continues[key]).Distinct()]);
            edition = earlier;
        }

        return map;
    }
}
