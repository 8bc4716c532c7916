namespace Engagement.Web.Staff.Consultations;

/// <summary>How many of those asked have answered a run of a survey.</summary>
public sealed record WaveRate(string WaveId, int Countable, int Ineligible, InvitationList? Invitations, decimal? Percentage);

/// <summary>Who was reached, group by group, beside the population.</summary>
public sealed record Reach(int Responses, decimal? PerThousand, IReadOnlyList<GroupReach> Groups);

public sealed record GroupReach(string Key, int Eligible, int Responses, decimal? PerThousand);

public sealed record Representativeness(int Participants, int Known, bool IsReported, double? Index, IReadOnlyList<GroupShare> Groups);

public sealed record GroupShare(string Key, double Share, double PopulationShare, GroupStanding? Standing);

public enum GroupStanding
{
    Under,
    InLine,
    Over,
}

/// <summary>One way to break down who was reached.</summary>
/// <param name="Name">What it is broken down by.</param>
/// <param name="Reach">Responses by group.</param>
/// <param name="Shares">Each group's share beside that of the population.</param>
public sealed record ReachTable(string Name, Reach Reach, Representativeness Shares)
{
    public GroupShare? ShareOf(string key) => Shares.Groups.FirstOrDefault(group => group.Key == key);
}
