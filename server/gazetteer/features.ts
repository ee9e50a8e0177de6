// What GeoNames' feature codes (geonames.org/export/codes.html) mean in the words of our own kinds of place.

const codes: Readonly<Record<string, string>> = {
  country: 'PCL PCLD PCLF PCLH PCLI PCLIX PCLS TERR',
  division: 'ADM1 ADM1H',
  district: 'ADM2 ADM2H ADM3 ADM3H ADM4 ADM4H ADM5 ADM5H ADMD ADMDH',
  region: 'RGN RGNE RGNH AREA LCTY CST ZN ZNB PRK RES RESN RESW',
  hill: 'HLL HLLS SPUR SLP',
  mountain: 'MT PK PKS VLC',
  mountains: 'MTS RDGE RDGB UPLD',
  valley: 'VAL VALS VALG WAD WADS GRGE CNYN RVN PASS GAP',
  plain: 'PLN PLAT BSND DPR OAS FLD',
  desert: 'DSRT ERG HMDA REG DUNE SAND',
  river: 'STM STMI STMS STMX CNL CNLI CNLA STMC STMQ',
  lake: 'LK LKI LKN LKS LKX LKSI RSV RSVI SBKH PND',
  coast: 'BCH BAY BAYS CAPE HDLD PEN PT STRT GULF HBR',
  sea: 'SEA OCN',
  island: 'ISL ISLS ISLET ISLF ATOL',
  forest: 'FRST FRSTF GRVE',
  road: 'RD RDA ST TRL RR TNL TNLRD STMD',
  junction: 'RDJCT RDCR RRJCT XNG',
  bridge: 'BDG BDGQ RDB FRD',
  'border crossing': 'PSTB PSTC',
  checkpoint: 'PSTP GATE',
  base: 'MILB INSM RNGA FT NVB BRKS',
  airport: 'AIRP AIRF AIRB AIRH AIRQ AIRS',
  port: 'PRT PIER DCK WHRF MAR',
  dam: 'DAM DAMQ WEIR',
  'oil or gas field': 'OILF OILW OILR OILP OILT GASF OILJ REFN',
  camp: 'CMP CMPRF CMPLA CMPQ',
  farm: 'FRM FRMS FRMT FRMQ EST',
  quarter: 'PPLX',
  village: 'PPLL PPLF',
  facility:
    'HSP HSPC HSPD SCH UNIV PRN FCL PS PSH MSQE CH MSTY CTRF MKT MALL GOSP GOVL DIP HTL MFG ML MN MNQ QUAR FCTY PO RSTN BUSTN STDM ATHF CMTY TMB SHRN MUS LIBR BLDG HSE CSTL RUIN WELL WLL WTRW SPNG',
};

const kinds = new Map(
  Object.entries(codes).flatMap(([kind, list]) => list.split(' ').map(code => [code, kind] as const)),
);

/** The kind of place that an entry's type stands for: a feature code as one of our kinds; any other type, and a code of another kind, as it is. */
export const placeKindOf = (type: string): string => kinds.get(type) ?? type;
