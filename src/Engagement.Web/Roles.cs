namespace Engagement.Web;

public static class Roles
{
    private const string Pact = "pact-";

    /// <summary>A role's code as a title, for example participation-officer: Participation officer.</summary>
    public static string Title(string code)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        if (code.StartsWith(Pact, StringComparison.Ordinal))
            return $"PACT {code[Pact.Length..].Replace('-', ' ')}";
        var words = code.Replace('-', ' ').Replace('_', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
