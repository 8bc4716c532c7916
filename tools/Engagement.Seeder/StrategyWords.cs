namespace Engagement.Seeder;

/// <summary>What is put to people, once in full and once in Easy Read.</summary>
internal static class StrategyWords
{
    public const string Proposal =
        "A strategy for three years with five aims: help that comes early; schools that include more children, with the staff and the skills for it; "
        + "one contact and one written answer for each family; specialist places nearer to home; and a good start into adult life. "
        + "Money would move, over three years, from places far away to support near home.";

    public const string Reasons =
        "Families tell us that they wait too long, hear different things from each service and travel too far. "
        + "Young people tell us that plans are written about them and not with them. "
        + "More is spent each year, and it does not reach children earlier.";

    public const string Impacts =
        "More children would be supported in a school near home. Some specialist places would move. "
        + "Families who have a place far away would keep it for as long as their child needs it.";

    public const string EasyReadProposal =
        "This is our plan for the next three years. We want to help you sooner. We want more schools to welcome you. "
        + "You will have one person to talk to. We want good places near your home. We want to help you get ready for adult life. "
        + "Please tell us what you think.";
}
