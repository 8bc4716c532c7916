using System.CommandLine.Parsing;
using Engagement.Seeder;

namespace Engagement.Host.Commands;

/// <summary>Names of demonstration profiles as they are typed.</summary>
internal static class Profiles
{
    public static ChosenProfile? Parse(ArgumentResult argument)
    {
        var name = argument.Tokens[0].Value;
        if (name.Equals("none", StringComparison.OrdinalIgnoreCase))
            return new ChosenProfile(null);
        if (!int.TryParse(name, out _) && Enum.TryParse<DemonstrationProfile>(name, ignoreCase: true, out var profile))
            return new ChosenProfile(profile);

        argument.AddError($"There is no demonstration data '{name}'. Use none, sample, small, medium or large.");
        return null;
    }
}
