export type PersonName = { readonly first: string; readonly last: string };

const FIRST =
  "Aaliyah Amir Ana Anders Aoife Ayşe Beatriz Bilal Chidi Chloé Daniel Devi Elif Emeka Eun-ji Fatima Felix Gabriela Giulia Hana Hassan Ines Ivan Jin Jonas Kavya Kofi Lars Layla Leila Lucía Mateo Mei Minh Nadia Ngozi Noor Olu Omar Priya Rafael Ravi Rosa Sana Sofia Søren Tariq Tomás Wei Yara Zoë".split(
    " ",
  );
const LAST =
  "Abebe Achebe Ahmed Almeida Andersson Bauer Bianchi Castillo Chen Costa Dubois Eriksen Fernández García Gupta Haddad Hoang Ito Ivanova Jensen Kaya Khan Kim Kowalska Kumar Lee Lindqvist López Mbeki Moreau Müller Nakamura Nguyen Novak O’Brien Okafor Özdemir Park Patel Pereira Popescu Rossi Santos Sato Schmidt Silva Singh Tran Wang Yılmaz Zhang".split(
    " ",
  );

/** A name for a seat; the first 2,500 seats or so have different ones. */
export function seatName(seat: number): PersonName {
  return {
    first: FIRST[seat % FIRST.length] ?? "",
    last: LAST[(seat * 7 + Math.floor(seat / FIRST.length)) % LAST.length] ?? "",
  };
}
