using System.Globalization;

namespace Engagement.Common;

/// <summary>What holds for every list that is sent with a command.</summary>
internal static class Lists
{
    /// <param name="list">As it was sent.</param>
    /// <param name="most">How many may be in it.</param>
    /// <param name="things">What it is a list of, in the plural.</param>
    /// <param name="field">Its name in the command.</param>
    public static Refusal? Check<T>(IReadOnlyCollection<T> list, int most, string things, string field)
    {
        if (list.Count > most)
        {
            return new Refusal(
                $"TOO_MANY_{things.ToUpperInvariant()}", string.Create(CultureInfo.InvariantCulture, $"Choose {most:N0} {things} or fewer at a time"), field);
        }

        return list.Any(item => item is null) ? new Refusal("LIST_INCOMPLETE", $"One of the {things} is empty. Fill it in or take it away", field) : null;
    }
}
