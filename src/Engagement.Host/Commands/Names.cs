namespace Engagement.Host.Commands;

/// <summary>Finds what a person may have meant.</summary>
internal static class Names
{
    /// <summary>Says that there is no such name, which was probably meant, and which there are.</summary>
    public static RefusedException Unknown(string thing, string name, IReadOnlyCollection<string> known)
    {
        var nearest = known.MinBy(one => Distance(name, one));
        var guess = nearest is not null && Distance(name, nearest) <= Math.Max(2, nearest.Length / 3) ? $" Did you mean {nearest}?" : "";
        return new RefusedException($"There is no {thing} named '{name}'.{guess} There are: {string.Join(", ", known)}.", ExitCode.Misused);
    }

    /// <summary>How many letters have to be put in, left out or exchanged, whatever their case.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        foreach (var letter in from)
        {
            var diagonal = row[0]++;
            for (var i = 1; i <= to.Length; i++)
            {
                var exchanged = diagonal + (char.ToLowerInvariant(letter) == char.ToLowerInvariant(to[i - 1]) ? 0 : 1);
                diagonal = row[i];
                row[i] = Math.Min(exchanged, 1 + Math.Min(row[i], row[i - 1]));
            }
        }

        return row[^1];
    }
}
