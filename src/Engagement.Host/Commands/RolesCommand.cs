using System.CommandLine;
using System.CommandLine.Parsing;
using Engagement.Api.Authorization;

namespace Engagement.Host.Commands;

/// <summary><c>engagement roles</c>: who may do what, without a database.</summary>
internal static class RolesCommand
{
    private static readonly Argument<string?> Role = new("ROLE")
    {
        Description = "Only what this role may do.",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = ParseRole,
    };

    public static Command Create()
    {
        var command = new TaughtCommand("roles", "Print who may do what, and how far: the one table that every field asks.", "roles", "roles analyst") { Role };
        command.SetAction(result => Print(result.GetValue(Role)));
        return command;
    }

    private static int Print(string? role)
    {
        var table = new TextTable("PERMISSION", "REACH", "ROLES", "WHAT IT ALLOWS");
        foreach (var row in RoleTable.Rows)
        {
            var holders = Roles.All.Where(one => row.Holders.ContainsKey(one) && (role is null || one == role)).GroupBy(one => row.Holders[one]);
            foreach (var holder in holders.OrderByDescending(group => group.Key))
            {
                foreach (var some in holder.Chunk(2))
                    table.Add(row.Permission, Words(holder.Key), string.Join(", ", some), row.Description);
            }
        }

        table.WriteTo(Console.Out, Terminal.Width);
        return ExitCode.Done;
    }

    private static string? ParseRole(ArgumentResult argument)
    {
        var role = argument.Tokens[0].Value;
        if (!Roles.All.Contains(role))
            argument.AddError($"There is no role '{role}'. Use one of: {string.Join(", ", Roles.All)}.");
        return role;
    }

    private static string Words(Reach reach) => reach switch
    {
        Reach.Own => "own",
        Reach.OwnSpace => "own space",
        Reach.OwnArea => "own area",
        _ => "everywhere",
    };
}
