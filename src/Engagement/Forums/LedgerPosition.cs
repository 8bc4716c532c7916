using System.Globalization;
using Engagement.Common;

namespace Engagement.Forums;

/// <summary>A place in the ledger of moderation: the time, the contribution, and the step in its history.</summary>
public readonly record struct LedgerPosition(TimePosition At, int Version)
{
    public static bool TryParse(string? text, out LedgerPosition position)
    {
        position = default;
        if (text?.LastIndexOf('_') is not (> 0 and var end)
            || !TimePosition.TryParse(text[..end], out var at)
            || !int.TryParse(text[(end + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return false;
        }

        position = new LedgerPosition(at, version);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At}_{Version}");
}
