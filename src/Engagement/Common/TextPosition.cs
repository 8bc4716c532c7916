namespace Engagement.Common;

/// <summary>A place in a list ordered by a text, then id. Its text form is what a cursor carries.</summary>
public readonly record struct TextPosition(string Text, Guid Id)
{
    public static bool TryParse(string? text, out TextPosition position)
    {
        position = default;
        if (text?.Split('_', 2) is not [var idText, var rest] || !Guid.TryParseExact(idText, "N", out var id))
            return false;

        position = new TextPosition(rest, id);
        return true;
    }

    public override string ToString() => $"{Id:N}_{Text}";
}
