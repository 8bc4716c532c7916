namespace Engagement.Web;

public static class Roles
{
    /// <summary>A role's code as a title, for example participation-officer: Participation officer.</summary>
    public static string Title(string code)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        var words = code.Replace('-', ' ').Replace('_', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
