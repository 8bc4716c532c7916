namespace Engagement.Web;

public static class Roles
{
    private const string Pact = "pact-";

    /// <summary>Where somebody in a role begins: families on their own pages, everybody else at work.</summary>
    public static string Home(string code) => code switch
    {
        "parent-or-carer" or "pact-member" => Links.Pact,
        "young-person" => Links.Voice,
        "organisation-respondent" => Links.Me,
        _ => Links.Staff,
    };

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
