using System.CommandLine;

namespace Engagement.Host.Commands;

/// <summary>Options that hold a number.</summary>
internal static class Limits
{
    /// <summary>A whole number that is not below the least; without one the default is taken.</summary>
    public static Option<T> AtLeast<T>(this Option<T> option, long least)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && long.TryParse(result.Tokens[0].Value, out var number) && number < least)
                result.AddError($"{option.Name} is {number}, and must be {least} or more.");
        });
        return option;
    }
}
