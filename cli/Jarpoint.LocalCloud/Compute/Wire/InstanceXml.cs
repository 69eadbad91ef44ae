using System.Xml;
using Jarpoint.LocalCloud.Wire;

namespace Jarpoint.LocalCloud.Compute.Wire;

/// <summary>Instances in answers.</summary>
internal static class InstanceXml
{
    public static void Reservations(this XmlWriter xml, IEnumerable<Instance> instances, string owner)
        => xml.Items("reservationSet", instances.GroupBy(static each => each.ReservationId), group =>
            xml.Reservation(group.Key, [.. group], owner));

    public static void Reservation(
        this XmlWriter xml, string id, IReadOnlyList<Instance> instances, string owner)
    {
        xml.Text("reservationId", id);
        xml.Text("ownerId", owner);
        xml.Items("groupSet", Array.Empty<string>(), static _ => { });
        xml.Items("instancesSet", instances, xml.Instance);
    }

    public static void State(this XmlWriter xml, string name, InstanceState state)
        => xml.Inside(name, () =>
        {
            xml.Number("code", state.Code());
            xml.Text("name", state.Name());
        });

    private static void Instance(this XmlWriter xml, Instance instance)
    {
        xml.Text("instanceId", instance.Id);
        xml.Text("imageId", instance.Launch.ImageId);
        xml.State("instanceState", instance.State);

        // A terminated instance has lost its address.
        var gone = instance.State == InstanceState.Terminated;
        xml.Text("privateDnsName", gone ? "" : instance.PrivateDnsName);
        xml.Text("instanceType", instance.Launch.InstanceType);
        xml.Moment("launchTime", instance.LaunchedAt);
        xml.Inside("placement", () => xml.Text("availabilityZone", instance.Zone));
        xml.Text("privateIpAddress", gone ? null : instance.PrivateAddress);
        xml.Items("tagSet", instance.Tags, tag =>
        {
            xml.Text("key", tag.Key);
            xml.Text("value", tag.Value);
        });
    }
}
