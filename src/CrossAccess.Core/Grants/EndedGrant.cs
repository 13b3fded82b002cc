namespace CrossAccess;

/// <summary>Access that has ended, and what is to be done next about it.</summary>
internal sealed record EndedGrant(Grant Grant, AccessEnd End, EndedGrantStep Step)
{
    public ClientAccess Preview => Grant.ToResult(Step == EndedGrantStep.Wait ? ChangeStatus.Unchanged : ChangeStatus.Planned, End.Time);

    public ClientAccess Result => Grant.ToResult(
        Step switch
        {
            EndedGrantStep.Wait => ChangeStatus.Unchanged,
            EndedGrantStep.TakeOut => ChangeStatus.Updated,
            _ => ChangeStatus.Removed,
        },
        End.Time);

    public override string ToString() => $"{Grant.Who}, whose access ended at {End.Time:u}";
}
